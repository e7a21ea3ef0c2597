import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lookup } from 'mrmime';
import { planReply } from './static-reply.ts';

export type StaticServer = { readonly url: string; close(): Promise<void> };

type Served = { readonly file: string; readonly size: number; readonly mtimeMs: number };

/** What the list of common types leaves out. */
const MORE_TYPES: Readonly<Record<string, string>> = {
  '.ico': 'image/x-icon',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** Also what Pagefind's own files want: they are compressed inside, and its script unpacks them. */
const OTHER_TYPE = 'application/octet-stream';

/**
 * Serves a built site as a static host would: `/projects/` gives `projects/index.html`, `/projects` redirects there,
 * unknown addresses give `404.html` with status 404. Reads only; listens on this computer only. `port` 0 takes any.
 */
export async function serveStatic(dir: string, port = 0): Promise<StaticServer> {
  const root = await realpath(dir);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [rawPath = '/', query] = (request.url ?? '/').split('?', 2);
  const path = cleanPath(rawPath);
  const found = path === undefined ? undefined : await findFile(root, path);
  if (found === 'directory') {
    response.writeHead(301, { Location: `${rawPath}/${query === undefined ? '' : `?${query}`}` }).end();
    return;
  }
  if (found) return send(request, response, 200, path ?? '/', found);
  const missing = await findFile(root, '/404.html');
  if (missing === undefined || missing === 'directory') {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('没有这个页面\n');
    return;
  }
  await send(request, response, 404, '/404.html', missing);
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  path: string,
  served: Served,
): Promise<void> {
  const { headers, unchanged, packer } = planReply(
    path,
    typeOf(extname(served.file)),
    served,
    request.headers,
  );
  if (unchanged && status === 200) {
    const { 'Content-Length': _length, 'Content-Encoding': _coding, ...kept } = headers;
    response.writeHead(304, kept).end();
    return;
  }
  response.writeHead(status, headers);
  if (request.method === 'HEAD') response.end();
  else if (packer) await pipeline(createReadStream(served.file), packer, response);
  else await pipeline(createReadStream(served.file), response);
}

function typeOf(ending: string): string {
  const type = lookup(ending) ?? MORE_TYPES[ending.toLowerCase()] ?? OTHER_TYPE;
  return /^text\/|[/+](?:json|xml)$/.test(type) ? `${type}; charset=utf-8` : type;
}

/** The decoded path, or nothing when it cannot name a public file: bad escapes, hidden files, `..`, `//host`. */
function cleanPath(raw: string): string | undefined {
  try {
    const path = decodeURIComponent(raw);
    const odd = !path.startsWith('/') || path.startsWith('//') || path.includes('\0') || path.includes('\\');
    const hidden = path.split('/').some((part) => part.startsWith('.') && part !== '.well-known');
    return odd || hidden ? undefined : path;
  } catch {
    return undefined;
  }
}

async function findFile(root: string, path: string): Promise<Served | 'directory' | undefined> {
  try {
    const wanted = join(root, path.endsWith('/') ? `${path}index.html` : path);
    const file = await realpath(resolve(wanted));
    // A link inside the folder may point out of it.
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
    const facts = await stat(file);
    if (facts.isDirectory()) return 'directory';
    return facts.isFile() ? { file, size: facts.size, mtimeMs: facts.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}
