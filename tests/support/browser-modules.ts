import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

/** Writes the TypeScript modules of a folder as JavaScript a browser can import, so that tests run the real code. */
export async function writeBrowserModules(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const names = (await readdir(from)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of names) {
    const code = stripTypeScriptTypes(await readFile(join(from, name), 'utf8'));
    await writeFile(
      join(to, name.replace(/\.ts$/, '.js')),
      code.replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"),
    );
  }
}
