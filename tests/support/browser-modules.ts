import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { slimRules } from '../../scripts/site/slim-rules.ts';

/** Bundles one module as a browser imports it, so that tests run the real code: `<folder>/<name>.js`. */
export async function writeBrowserModule(entry: string, folder: string, name: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      lib: { entry: resolve(entry), formats: ['es'], fileName: () => `${name}.js` },
      outDir: folder,
      emptyOutDir: false,
    },
  });
}

/** What a page downloads for one of its scripts, the chunks that it shares with others included. */
export interface ScriptWeight {
  readonly bytes: number;
  readonly gzip: number;
  /** Everything that is not the project's own code: packages by name, and Node's own modules. */
  readonly foreign: readonly string[];
}

/** Bundles these scripts together, as the site's build does, and weighs each. Nothing is written. */
export async function weighScripts(
  entries: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, ScriptWeight>>> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [slimRules()],
    build: {
      write: false,
      target: 'chrome86',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { ...entries } },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = built.output.filter((one) => one.type === 'chunk');
  const needed = (name: string): Rolldown.OutputChunk[] => {
    const chunk = chunks.find(({ fileName }) => fileName === name);
    return chunk ? [chunk, ...chunk.imports.flatMap(needed)] : [];
  };
  return Object.fromEntries(
    chunks.filter(({ isEntry }) => isEntry).map((one) => [one.name, weigh(new Set(needed(one.fileName)))]),
  );
}

function weigh(chunks: ReadonlySet<Rolldown.OutputChunk>): ScriptWeight {
  const all = [...chunks];
  const modules = all.flatMap((chunk) => [...Object.keys(chunk.modules), ...chunk.imports]);
  return {
    bytes: all.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0),
    gzip: all.reduce((sum, { code }) => sum + gzipSync(code).length, 0),
    foreign: [...new Set(modules.flatMap(foreignName))].sort(),
  };
}

function foreignName(module: string): string[] {
  if (/\bnode:|__vite-browser-external/.test(module)) return ['node:'];
  const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1];
  return name === undefined ? [] : [name];
}
