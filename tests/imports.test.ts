import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Imports go one way (design: a pure core, thin shells). A layer may import from itself and from those named behind it.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/parse': ['src/domain'],
  'src/rules': ['src/domain', 'src/parse', 'src/similarity'],
  'src/similarity': ['src/domain'],
  'src/search': [],
  'src/sealing': ['src/domain'],
  'src/core': ['src/domain', 'src/parse', 'src/rules', 'src/similarity'],
  'src/change': ['src/domain', 'src/parse', 'src/rules', 'src/core'],
  'src/report': ['src/domain', 'src/parse', 'src/rules', 'src/similarity', 'src/core', 'src/change'],
  'src/forms': ['src/domain', 'src/parse', 'src/rules', 'src/core'],
  'src/io': [
    'src/similarity',
    'src/domain',
    'src/parse',
    'src/rules',
    'src/core',
    'src/report',
    'src/forms',
    'src/search',
    'src/sealing',
  ],
  'src/site': [
    'src/domain',
    'src/parse',
    'src/rules',
    'src/similarity',
    'src/core',
    'src/report',
    'src/forms',
    'src/io',
    'src/search',
    'src/sealing',
  ],
};

/** Packages that the pure layers may use; everything else, and every node: module, belongs to src/io. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'src/domain': ['zod'],
  'src/parse': ['js-yaml', 'yaml', 'zod'],
  'src/rules': ['js-yaml', 'yaml'],
  'src/similarity': [],
  'src/search': [],
  // The same code seals in the browser and in Node: it uses WebCrypto and the audited JavaScript of age.
  'src/sealing': ['age-encryption'],
  'src/change': [],
  'src/core': ['@noble/hashes/sha2.js', '@noble/hashes/utils.js', 'yaml', 'zod'],
  'src/report': [],
  'src/forms': ['yaml'],
};

interface Import {
  readonly file: string;
  readonly from: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({
    file,
    from: match[1] ?? '',
  }));
}

/** The layer of a file: its folder under src, or src/core for the few that lie in src itself (Astro wants its own there). */
function layerOf(path: string): string {
  if (path === 'src/content.config.ts') return 'src/content';
  const [, folder, rest] = /^src\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  return rest === undefined ? 'src/core' : `src/${folder}`;
}

function wrongImports(imports: readonly Import[]): string[] {
  return imports.flatMap(({ file, from }) => {
    const layer = layerOf(file);
    const allowed = LAYERS[layer];
    if (!allowed) return [];
    if (from.startsWith('.')) {
      const target = layerOf(normalize(join(dirname(file), from)));
      return target === layer || allowed.includes(target) ? [] : [`${file} imports ${from}`];
    }
    const packages = PURE_PACKAGES[layer];
    return packages && !packages.includes(from) ? [`${file} imports ${from}`] : [];
  });
}

describe('imports', () => {
  it('go one way', () => {
    expect(wrongImports(sources('src').flatMap(importsOf))).toEqual([]);
  });

  it('would be caught going the other way', () => {
    expect(wrongImports([{ file: 'src/domain/a.ts', from: '../rules/index.ts' }])).toHaveLength(1);
    expect(wrongImports([{ file: 'src/domain/a.ts', from: 'node:fs' }])).toHaveLength(1);
    expect(wrongImports([{ file: 'src/rules/a.ts', from: '../check.ts' }])).toHaveLength(1);
  });

  it('knows every folder of src that holds code', () => {
    const folders = new Set(sources('src').map(layerOf));
    const shells = ['src/pages', 'src/layouts', 'src/components', 'src/content', 'src/styles'];
    expect([...folders].filter((folder) => !(folder in LAYERS) && !shells.includes(folder))).toEqual([]);
  });

  it('leave clock, network and process to io and the scripts', () => {
    const pure = sources('src').filter(
      (file) => layerOf(file) in PURE_PACKAGES && layerOf(file) !== 'src/search',
    );
    const impure = pure.filter((file) =>
      /\bDate\.now|new Date\(|\bprocess\.|\bfetch\(|Math\.random/.test(readFileSync(file, 'utf8')),
    );
    expect(impure).toEqual([]);
  });
});
