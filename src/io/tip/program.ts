import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SRC = resolve(import.meta.dirname, '../..');
/** The rooms that decide what is found in a file. */
const ROOMS = [
  ...['form', 'gate', 'io/tip', 'judging', 'records', 'registry'],
  ...['regulation', 'rules', 'sealing', 'similarity', 'text'],
];
const LOCK = resolve(SRC, '../package-lock.json');

/** What names this program exactly: what another one has worked out is no use. Contents, not dates, decide. */
export function programDigest(): string {
  const digest = createHash('sha256');
  digest.update(`${process.version} ${process.versions.unicode} ${process.arch}\n`);
  digest.update(readFileSync(LOCK));
  for (const room of ROOMS)
    for (const name of readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' }).sort())
      if (/(?<!\.test)\.(?:ts|json)$/.test(name)) {
        digest.update(`${room}/${name}\n`);
        digest.update(readFileSync(join(SRC, room, name)));
      }
  return digest.digest('hex');
}
