import { visible } from '../text/inert.ts';
import { ForgeError } from './forge.ts';

/** The server took the push and did not accept a ref. */
export class PushRefused extends ForgeError {
  /** The server's own word for it, for programs: foreign text. */
  readonly reason: string;

  constructor(message: string, reason: string) {
    super(message);
    this.reason = reason;
  }
}

type Words = readonly (readonly [said: RegExp, means: string])[];

/** What the products say behind `[remote rejected]`, and what it means to a clerk. */
const REFUSALS: Words = [
  [/base-branch does not exist/, '登记库里没有这个分支：核对 --branch 写的分支名。'],
  [/protected branch/, '这个分支受保护，不收直接的推送：核对 --branch 和账号的权限。'],
  [/hook declined/, '服务器上的核对没有收下，也没有说为什么：告诉办公室或者管理员，草稿先留着。'],
  [/shallow update/, '这里的历史不完整，服务器不收：重新下载登记库，再送一次。'],
  [
    /cannot lock ref|failed to (?:update|lock)|incorrect old value/,
    '服务器正在收另一次推送：过一会儿再送一次。',
  ],
  [/unpacker error|quota|disk|no space/i, '服务器存不下：告诉管理员，草稿先留着。'],
];

/** Git's own words, in the language that it speaks under LC_ALL=C; what stands first counts. */
const FAULTS: Words = [
  [/Permission denied \(publickey/, '服务器不认这台电脑的 SSH 密钥：核对密钥有没有加到账号上。'],
  [/Host key verification failed/, '这台服务器还没有连过：先在终端里用 ssh 连一次，核对它的指纹。'],
  [/SSL certificate|certificate verif/i, '服务器的证书通不过核对：告诉管理员；不要关掉核对。'],
  [
    /does not support push options/,
    '服务器不收随推送写明的标题和说明：在网页上传，或者把文件交给办公室；管理员可以打开 receive.advertisePushOptions。',
  ],
  [
    /\[rejected\]|non-fast-forward|fetch first|stale info/,
    '服务器上的分支已经有别的改动：先取回最新的内容，再送一次。',
  ],
  [/couldn't find remote ref/, '服务器上没有要取的分支：核对分支名（--branch）。'],
  [
    /repository '.*' not found|does not appear to be a git repository|error: 404/,
    '服务器上没有这个登记库，或者这个账号看不到它：核对登记库网址。',
  ],
  [
    /hung up|early EOF|RPC failed|unexpected disconnect|Connection reset/,
    '网络中途断了：检查网络，再送一次；送过的不会重复。',
  ],
  [
    /Failed to connect|Couldn't connect|Could not resolve|Connection refused|timed out|unable to access|No route to host/,
    '连不上服务器：检查网络和登记库网址，再试一次。',
  ],
];

export const LOG_IN =
  '服务器要先登录：在代码平台的网页上给自己的账号建一个访问令牌，写进环境变量 REGISTRY_TOKEN，再执行一次。';

const NOT_LET_IN =
  /Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|error: 40[13]/;

/** What went wrong between Git and a server, for the person at the keyboard; `doing` opens what nobody has words for. */
export function gitFault(error: unknown, doing: string, hasToken: boolean): ForgeError {
  const message = error instanceof Error ? error.message : String(error);
  const said = remoteLines(message);
  const [, reason] = /\[remote rejected\] \((.+)\)\s*$/m.exec(message) ?? [];
  if (reason !== undefined) {
    const words = said.join('\n') || meaning(REFUSALS, reason);
    return new PushRefused(words || `服务器没有收下：${visible(reason).slice(0, 200)}`, reason);
  }
  if (NOT_LET_IN.test(message))
    return new ForgeError(
      hasToken ? '服务器不认这个账号：核对访问令牌（环境变量 REGISTRY_TOKEN）有没有写错、过期。' : LOG_IN,
    );
  if (said.length > 0) return new ForgeError(said.join('\n'));
  return new ForgeError(meaning(FAULTS, message) ?? `${doing}：${lastLine(message)}`);
}

const meaning = (words: Words, text: string): string | undefined =>
  words.find(([said]) => said.test(text))?.[1];

/** Lines that came from the server, without Git's own prefix and its progress. */
export function remoteLines(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .filter((line) => line.startsWith('remote:'))
    .map((line) => line.slice('remote:'.length).trim())
    .filter((line) => line !== '' && !/^(?:Resolving|Counting|Compressing|Processing) /.test(line));
}

/** Git's own last words, without control characters; never the address of a request, which may hold an account. */
function lastLine(message: string): string {
  const lines = message
    .replace(/[^\P{Cc}\n]/gu, '')
    .split('\n')
    .map((line) => line.trim());
  const told = lines.filter((line) => /^(?:fatal|error):/.test(line)).at(-1) ?? lines.filter(Boolean).at(-1);
  return (told ?? '').replace(/\/\/[^@/\s]*@/g, '//').slice(0, 200);
}
