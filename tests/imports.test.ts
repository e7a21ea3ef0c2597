import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What a room may use besides itself: rooms of src, and packages; `node:` stands for all of Node's own. */
interface Room {
  readonly rooms: readonly string[];
  /** Undefined for a shell, which may use any. */
  readonly packages?: readonly string[];
}

/** What a finding is, and what is said of each rule: the lowest of all, for whoever makes a finding. */
const SAID = ['text/finding.ts', 'rules/catalogue.ts'] as const;
const TEXT = ['regulation', 'form', 'records', 'text', 'text/fold.ts', ...SAID] as const;
const REGISTRY = [...TEXT, 'sealing', 'registry'] as const;
const JUDGING = [...REGISTRY, 'similarity', 'rules'] as const;
const CHECKED = [...JUDGING, 'judging', 'check.ts'] as const;
const VIEW = ['site/view', 'site/browser', 'search', 'similarity'] as const;
const NOBLE = [
  '@noble/ciphers/chacha.js',
  '@noble/curves/ed25519.js',
  '@noble/hashes/hkdf.js',
  '@noble/hashes/sha2.js',
] as const;
const HASHES = ['@noble/hashes/sha2.js', '@noble/hashes/utils.js'] as const;

/**
 * Imports go one way (a pure core, thin shells). A room is a folder of src, a folder in it that has a line of its own
 * here, or a file that lies in src itself. There is no folder without a line.
 */
const ROOMS: Readonly<Record<string, Room>> = {
  regulation: { rooms: [], packages: [] },
  'text/finding.ts': { rooms: [], packages: [] },
  'rules/catalogue.ts': { rooms: ['regulation', 'text/finding.ts'], packages: [] },
  form: { rooms: ['regulation'], packages: ['zod/mini'] },
  'form/generated': { rooms: [...TEXT, 'registry'], packages: [] },
  records: { rooms: ['regulation', 'form'], packages: [] },
  text: { rooms: ['regulation', 'form', 'records', ...SAID], packages: ['js-yaml', 'yaml'] },
  // Search uses it too, so it brings nothing with it.
  'text/fold.ts': { rooms: [], packages: [] },
  // The same code seals in the browser and in Node: it uses WebCrypto and the audited JavaScript of age.
  sealing: { rooms: ['form', 'text'], packages: ['zod/mini', 'age-encryption', '@scure/base', ...NOBLE] },
  registry: { rooms: [...TEXT, 'sealing'], packages: ['yaml', 'zod/mini', ...HASHES] },
  similarity: { rooms: REGISTRY, packages: ['zod', ...HASHES] },
  rules: { rooms: [...REGISTRY, 'similarity'], packages: ['js-yaml', 'yaml'] },
  // One file of a registry judged, whichever others are at hand.
  judging: { rooms: JUDGING, packages: [] },
  'check.ts': { rooms: [...JUDGING, 'judging'], packages: [] },
  gate: { rooms: CHECKED, packages: ['zod'] },
  forge: { rooms: [...CHECKED, 'gate', 'filing', 'io'] },
  papers: { rooms: REGISTRY, packages: ['docx', 'uqr', 'markdown-it', 'markdown-it-cjk-friendly'] },
  filing: { rooms: [...CHECKED, 'ledger'], packages: ['fflate', 'pinyin-pro', 'yaml'] },
  // The form in the browser, without the browser: drafts, what is judged, what is said back.
  declare: { rooms: [...CHECKED, 'filing'], packages: ['fflate'] },
  // Figures of what is registered: the year of 第十条, statistics, receipts for Finance.
  accounts: { rooms: [...REGISTRY, 'ledger/out'], packages: [...HASHES] },
  // Plans as people have them; each library is loaded only when a document needs it.
  documents: { rooms: ['text'], packages: ['@e965/xlsx', 'fflate', 'mammoth', 'unpdf'] },
  ledger: { rooms: REGISTRY, packages: ['@e965/xlsx', 'csv-parse/browser/esm/sync', 'fflate', 'yaml'] },
  // Sheets that go out; the same code writes them in the browser.
  'ledger/out': {
    rooms: [...REGISTRY, 'ledger'],
    packages: ['fflate', 'write-excel-file/universal', 'write-excel-file/utility'],
  },
  // The office's desk: what waits, for whom, what to send, what is still open.
  desk: { rooms: [...CHECKED, 'accounts'], packages: [] },
  // Data for everybody: the ledger in the formats that others read.
  'open-data': { rooms: [...REGISTRY, 'accounts', 'ledger', 'ledger/out'], packages: [] },
  // Other registries: their open data read, and what becomes of it here.
  federation: { rooms: [...REGISTRY, 'filing', 'ledger'], packages: [] },
  report: {
    rooms: [...CHECKED, 'accounts', 'desk', 'gate', 'ledger', 'filing', 'open-data', 'federation'],
    packages: [],
  },
  io: { rooms: [...CHECKED, 'accounts', 'gate', 'filing', 'ledger', 'styles', 'documents', 'federation'] },
  search: { rooms: ['text/fold.ts'], packages: [] },
  'site/view': {
    rooms: [...CHECKED, 'accounts', 'papers', 'search'],
    packages: ['markdown-it', 'markdown-it-cjk-friendly', 'pinyin-pro'],
  },
  'site/browser': {
    rooms: ['site/browser/declare', 'search', 'similarity', 'form', 'site/view', 'documents', 'ledger/out'],
    packages: [],
  },
  // The page of 台账导入: the import itself, in a worker.
  'site/browser/ledger': {
    rooms: [...CHECKED, 'filing', 'ledger', 'site/browser', 'site/browser/declare'],
    packages: ['fflate'],
  },
  // The form in the browser: the page itself and two workers that hold the core.
  'site/browser/declare': {
    rooms: [...CHECKED, 'filing', 'declare', 'papers', 'site/browser', 'site/view'],
    packages: ['zod/mini', 'fflate', 'octokit', 'gitea-js'],
  },
  'site/build': {
    rooms: [
      ...CHECKED,
      'filing',
      'declare',
      'site/browser/declare',
      'accounts',
      'io',
      'open-data',
      'papers',
      'search',
      'site/view',
    ],
  },
  components: {
    rooms: [...JUDGING, ...VIEW, 'declare', 'filing', 'accounts', 'papers', 'site/build', 'styles'],
    packages: [],
  },
  layouts: { rooms: ['registry', 'site/view', 'site/build', 'styles'], packages: [] },
  pages: {
    rooms: [
      ...[...JUDGING, ...VIEW, 'accounts', 'desk', 'gate', 'ledger/out', 'open-data', 'filing', 'papers'],
      'report',
      ...['site/browser/ledger', 'declare', 'site/build', 'components', 'layouts', 'styles'],
    ],
    packages: ['astro', 'astro:content'],
  },
  content: { rooms: ['components'], packages: [] },
  'content.config.ts': { rooms: [], packages: ['astro:content', 'astro/loaders', 'astro/zod'] },
  'env.d.ts': { rooms: [], packages: [] },
};

/** Rooms in which nothing may depend on the machine: no clock, disk, network, process or chance. */
const PURE = [
  ...CHECKED,
  'accounts',
  'desk',
  'open-data',
  'federation',
  'form/generated',
  'papers',
  'gate',
  'filing',
  'declare',
  'ledger',
  'report',
  'search',
  'site/view',
];
const IMPURE = /\bDate\.now|new Date\(\)|\bprocess\.|\bfetch\(|Math\.random/;

interface Import {
  readonly file: string;
  readonly from: string;
}

function sources(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', name))
    .filter((name) => /\.(ts|astro|mdx)$/.test(name) && !name.endsWith('.test.ts'));
}

/** Also what a page loads with `import()` or as a worker. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:\bfrom|\bimport|new URL)\s*\(?\s*['"]([^'"\n]+)['"]/g);
  return Array.from(found, ([, from = '']) => ({ file, from })).filter(({ from }) => /^[./\w@]/.test(from));
}

/** The room of a path below src: the longest name that it begins with. */
function roomOf(path: string): string {
  const inner = path.replace(/^src\//, '');
  const names = [...Object.keys(ROOMS), 'styles'].filter(
    (name) => inner === name || inner.startsWith(`${name}/`),
  );
  return names.sort((a, b) => b.length - a.length)[0] ?? inner;
}

function isWrong({ file, from }: Import): boolean {
  const room = roomOf(file);
  const allowed = ROOMS[room];
  if (!allowed) return true;
  if (!from.startsWith('.')) return allowed.packages !== undefined && !allowed.packages.includes(from);
  const target = normalize(join(dirname(file), from));
  if (!target.startsWith('src/')) return true;
  const other = roomOf(target);
  return other !== room && !allowed.rooms.includes(other);
}

const wrong = (imports: readonly Import[]): string[] =>
  imports.filter(isWrong).map(({ file, from }) => `${file} imports ${from}`);

describe('imports', () => {
  it('go one way', () => {
    expect(wrong(sources().flatMap(importsOf))).toEqual([]);
  });

  it.each([
    ['src/regulation/a.ts', '../rules/index.ts'],
    ['src/form/a.ts', 'node:fs'],
    ['src/rules/a.ts', '../check.ts'],
    ['src/site/browser/a.ts', '../build/site.ts'],
    ['src/site/browser/a.ts', '../../io/registry.ts'],
    ['src/site/view/a.ts', '../build/site.ts'],
    ['src/pages/a.astro', '../io/registry.ts'],
    ['src/components/A.astro', 'node:fs'],
    ['src/content/guides/a.mdx', '../../io/registry.ts'],
    ['src/search/a.ts', '../form/fields.ts'],
    ['src/search/a.ts', '../text/unseen.ts'],
    ['src/text/fold.ts', './unseen.ts'],
    ['src/report/a.ts', '../../scripts/registry.ts'],
    ['src/brandnew/a.ts', './b.ts'],
    ['src/loose.ts', './check.ts'],
  ])('%s may not import %s', (file, from) => {
    expect(wrong([{ file, from }])).toHaveLength(1);
  });

  it('are read from pages too', () => {
    expect(importsOf('src/pages/projects/index.astro').length).toBeGreaterThan(2);
  });

  it('leave clock, network and process to the shells', () => {
    const impure = sources().filter(
      (file) => PURE.includes(roomOf(file)) && IMPURE.test(readFileSync(file, 'utf8')),
    );
    expect(impure).toEqual([]);
  });

  it('keep the top of src for the check and what Astro wants there', () => {
    const loose = readdirSync('src').filter((name) => name.endsWith('.ts'));
    expect(loose.sort()).toEqual(['check.ts', 'content.config.ts', 'env.d.ts']);
  });
});
