import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const MAX_OUTPUT = 256 * 1024 * 1024;

/** The ways in which a text may have come to lie in a file: its own bytes, other encodings, Base64 at any offset. */
export function disguises(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const escaped = JSON.stringify(text).replace(
    /[^ -~]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const shifted = [0, 1, 2].map((pad) => {
    const base64 = Buffer.concat([Buffer.alloc(pad), utf8]).toString('base64');
    // The characters at both ends also depend on what stands around the text.
    return base64.slice(Math.ceil((pad * 8) / 6), base64.replace(/=+$/, '').length - 1);
  });
  return [
    utf8,
    Buffer.from(text, 'utf16le'),
    Buffer.from(utf8.toString('hex'), 'latin1'),
    Buffer.from(encodeURIComponent(text), 'latin1'),
    Buffer.from(escaped.slice(1, -1), 'latin1'),
    ...shifted.map((one) => Buffer.from(one, 'latin1')),
  ];
}

/** Which of the texts the bytes hold, in whatever disguise. Armor's line breaks are taken out before looking. */
export function textsIn(bytes: Buffer, texts: readonly string[]): readonly string[] {
  const joined = Buffer.from(bytes.toString('latin1').replace(/[\r\n]+ */g, ''), 'latin1');
  return texts.filter((text) => disguises(text).some((one) => bytes.includes(one) || joined.includes(one)));
}

/** Every file below a folder that holds one of the texts; compressed ones are looked into. */
export function filesHolding(folder: string, texts: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => textsIn(unpacked(readFileSync(file)), texts).length > 0);
}

function unpacked(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** Everything that a repository has in its store, reachable or not, as one heap of bytes. */
export function allObjects(repository: string): Buffer {
  const args = ['-C', repository, 'cat-file', '--batch-all-objects', '--batch', '--unordered'];
  return execFileSync('git', args, { maxBuffer: MAX_OUTPUT });
}
