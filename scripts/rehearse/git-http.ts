import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Who sent a request: an account of the rehearsal's server. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly token: string;
}

export interface GitBackend {
  /** Folder of bare repositories; addresses are paths below it. */
  readonly root: string;
  /** What the hooks get to know besides. */
  readonly environment?: Readonly<Record<string, string>>;
  mayWrite(account: Account, repository: string): boolean;
  /** After a push was taken. */
  pushed?(account: Account, repository: string): Promise<void>;
}

/** The account whose token stands in a request, as Git (Basic) or an interface (Bearer, token) sends it. */
export function accountOf(request: IncomingMessage, accounts: readonly Account[]): Account | undefined {
  const given = request.headers.authorization ?? '';
  const basic = /^Basic (.+)$/i.exec(given)?.[1];
  const token = basic
    ? Buffer.from(basic, 'base64').toString('utf8').split(':').slice(1).join(':')
    : (/^(?:Bearer|token) (.+)$/i.exec(given)?.[1] ?? request.headers['private-token']);
  return accounts.find((one) => one.token === token);
}

/** Whether a path is one of Git's own: `/owner/name.git/info/refs`. */
export function gitPath(path: string): { readonly repository: string; readonly rest: string } | undefined {
  const found = /^\/((?:[\w.-]+\/)+[\w.-]+?)(?:\.git)?(\/(?:info\/refs|git-(?:upload|receive)-pack))$/.exec(
    path,
  );
  return found ? { repository: `${found[1]}.git`, rest: found[2] ?? '' } : undefined;
}

/** Serves one request by Git's own server program. Reading is open; writing needs an account that may. */
export async function serveGit(
  backend: GitBackend,
  account: Account | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = gitPath(url.pathname);
  if (!path) return refuse(response, 404);
  const writes = path.rest.endsWith('receive-pack') || url.searchParams.get('service') === 'git-receive-pack';
  if (writes && !account) return refuse(response, 401);
  if (writes && account && !backend.mayWrite(account, path.repository)) return refuse(response, 403);
  const answer = await runBackend(backend, account, path, url, request);
  const end = answer.indexOf('\r\n\r\n');
  const head = answer.subarray(0, end).toString('latin1').split('\r\n');
  let status = 200;
  for (const line of head) {
    const [name = '', ...value] = line.split(': ');
    if (name === 'Status') status = Number.parseInt(value.join(': '), 10);
    else response.setHeader(name, value.join(': '));
  }
  if (status === 200 && path.rest === '/git-receive-pack' && account)
    await backend.pushed?.(account, path.repository);
  response.writeHead(status).end(answer.subarray(end + 4));
}

function refuse(response: ServerResponse, status: number): void {
  if (status === 401) response.setHeader('www-authenticate', 'Basic realm="registry"');
  response.writeHead(status).end();
}

function runBackend(
  backend: GitBackend,
  account: Account | undefined,
  path: { readonly repository: string; readonly rest: string },
  url: URL,
  request: IncomingMessage,
): Promise<Buffer> {
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      HOME: backend.root,
      ...backend.environment,
      GIT_PROJECT_ROOT: backend.root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${path.repository}${path.rest}`,
      REQUEST_METHOD: request.method,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_ADDR: '127.0.0.1',
      // The one thing that a hook may believe about who pushes.
      ...(account ? { REMOTE_USER: account.login, REGISTRY_ACTOR: String(account.id) } : {}),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => {});
  const out: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', () => done(Buffer.concat(out)));
  });
}
