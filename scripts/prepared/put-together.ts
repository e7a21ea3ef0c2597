import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { digestOf, type Manifest, preparedFolder, type Source } from './current.ts';

/** Packages of many small files that nearly every command loads; the others stay where they are. */
const TAKEN_IN = /^(?:zod|js-yaml|yaml|citty|@noble|@scure|age-encryption)(?:\/|$)/;
/** What another run may still be loading is not taken away, in milliseconds. */
const IN_USE = 3_600_000;

/**
 * Puts `entry` and all that it loads into a few files, beside a list of the sources as they were read: `preparedEntry` gives
 * them back for as long as no source is another.
 */
export async function putTogether(
  root: string,
  entry: string,
  folder = preparedFolder(root),
): Promise<Manifest> {
  const sources = new Map<string, Source>();
  const build = await rolldown({
    cwd: root,
    input: { program: join(root, entry) },
    platform: 'node',
    external: (id) => !/^[.\0]/.test(id) && !isAbsolute(id) && !TAKEN_IN.test(id),
    plugins: [readingInto(sources, root)],
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'esm', chunkFileNames: '[name]-[hash].mjs' });
  await build.close();
  const chunks = output.filter((one): one is OutputChunk => one.type === 'chunk');
  const name = digestOf(chunks.map(({ code }) => code).join('\n')).slice(0, 16);
  mkdirSync(join(folder, name), { recursive: true });
  for (const { fileName, code } of chunks) writeWhole(join(folder, name, fileName), code);
  const first = chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';
  const manifest = { node: process.version, root, entry: join(name, first), sources: [...sources.values()] };
  writeWhole(join(folder, 'manifest.json'), JSON.stringify(manifest));
  clear(folder, name);
  return manifest;
}

/** Every source is read once, and its digest is of what was read. A module keeps knowing where its source lies. */
function readingInto(sources: Map<string, Source>, root: string): Plugin {
  return {
    name: 'sources',
    load(id) {
      if (!isAbsolute(id)) return undefined;
      const { size, mtimeNs } = statSync(id, { bigint: true });
      const code = readFileSync(id, 'utf8');
      const path = relative(root, id);
      sources.set(path, { path, size: Number(size), changed: String(mtimeNs), digest: digestOf(code) });
      return code
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));
    },
  };
}

/** Whoever looks meanwhile finds the file before, or none. */
function writeWhole(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

/** Takes away programs of earlier sources. */
function clear(folder: string, current: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name === current || name === 'manifest.json' || Date.now() - statSync(path).mtimeMs < IN_USE)
      continue;
    rmSync(path, { recursive: true, force: true });
  }
}
