import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineCommand } from 'citty';
import { repositoryAround, writePrivate } from '../../src/io/private-files.ts';
import { say } from '../../src/io/say.ts';
import { localToday } from '../../src/io/today.ts';
import { generateKeys } from '../../src/sealing/keys.ts';
import { refuseUnknown, stop } from './exit.ts';

const args = {
  out: { type: 'string', description: '私钥写到哪个新文件，放在版本库以外（默认在用户主文件夹）' },
} as const;

/** `keygen`: a key pair for the office; the private half goes to one file, outside every repository. */
export const keygenCommand = defineCommand({
  meta: { name: 'keygen', description: '生成办公室的封存密钥：私钥写入文件，公钥显示出来' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const today = localToday();
    const out = resolve(given.out ?? join(homedir(), `shuzhi-sealing-key-${today}.txt`));
    const repository = repositoryAround(out);
    if (repository !== undefined) {
      stop(`私钥不能放在版本库里：${out} 在 ${repository} 里面，一旦提交就人人看得到。用 --out 写到别处。`);
    }
    const { publicKey, privateKey } = await generateKeys();
    write(out, keyFile(today, publicKey, privateKey));
    say(advice(out, publicKey));
  },
});

function write(out: string, text: string): void {
  try {
    writePrivate(out, text);
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    stop(
      exists ? `${out} 已经有了，不覆盖：里面可能是还在用的私钥。用 --out 换一个文件名。` : `写不了 ${out}。`,
    );
  }
}

function keyFile(today: string, publicKey: string, privateKey: string): string {
  return [
    '# 数智金水登记库：办公室封存私钥。有了它就能打开全部封存的联系方式和附件。',
    '# 不放进版本库，不发邮件，不存网盘；抄存两份，分开保管。丢失以后，已经封存的内容再也打不开。',
    `# 生成日期: ${today}`,
    `# 公钥: ${publicKey}`,
    privateKey,
    '',
  ].join('\n');
}

function advice(out: string, publicKey: string): string {
  return [
    `私钥已写入 ${out}，只有当前用户能读。`,
    '公钥：',
    publicKey,
    '',
    '接下来：',
    '1. 把公钥写进登记库的 office.yaml，例如「封存公钥: age1……」，提交。',
    '   已有公钥的，写成列表，新的放在第一行，旧的留在后面；以后新封存的都用第一行。',
    '2. 把私钥文件抄存两份，分开保管。不放进版本库，不发邮件，不存网盘。',
    '3. 换了密钥，旧私钥不要销毁：以前封存的内容仍要用它打开。可以把新旧私钥写在同一个文件里，每行一把。',
  ].join('\n');
}
