// proc-receive of the stand-in for Gitea, in Git's own protocol (githooks, "proc-receive"): the server says of each ref
// whether it takes it, and why not.
import { readSync, writeSync } from 'node:fs';
import { tellServer } from './tell-server.mjs';

function read(length) {
  const all = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const got = readSync(0, all, at, length - at, null);
    if (got === 0) throw new Error('Git has hung up');
    at += got;
  }
  return all.toString('utf8');
}

function* lines() {
  for (;;) {
    const length = Number.parseInt(read(4), 16);
    if (length === 0) return;
    yield read(length - 4).replace(/\n$/, '');
  }
}

const write = (line) => writeSync(1, `${(Buffer.byteLength(line) + 4).toString(16).padStart(4, '0')}${line}`);
const flush = () => writeSync(1, '0000');

const hasOptions = [...lines()].some((line) => line.includes('push-options'));
write(hasOptions ? 'version=1\0push-options' : 'version=1');
flush();
const updates = [...lines()].map((line) => line.split(' '));
const options = hasOptions ? [...lines()] : [];
const answers = await tellServer(updates, options);
for (const [at, { said, refused }] of answers.entries()) {
  writeSync(2, said);
  write(refused === undefined ? `ok ${updates[at][2]}` : `ng ${updates[at][2]} ${refused}`);
}
flush();
