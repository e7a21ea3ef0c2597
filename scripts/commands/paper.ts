import { defineCommand } from 'citty';
import { openEntry } from '../../src/io/entry-file.ts';
import { readKeyFile, unsealContactOf } from '../../src/io/unseal-entry.ts';
import {
  blankPaper,
  type Contacts,
  formKind,
  formPaper,
  isOfficeKind,
  officePaper,
  PAPER_KINDS,
  type Paper,
  type PaperKind,
  paperKind,
} from '../../src/papers/index.ts';
import { standingOf } from '../../src/registry/standing.ts';
import { EXIT, ROOT, refuseUnknown, stop } from './exit.ts';
import { findEntry, openRegistry, type Registry } from './registry-input.ts';
import { orStop } from './the-entry.ts';
import { PAPER_FORMATS, paperFormat, writePaper } from './write-paper.ts';

const args = {
  root: ROOT,
  to: {
    type: 'string',
    description: `写成哪种文件：${PAPER_FORMATS.join('、')}（不写时看 --out 的后缀，默认 docx）`,
  },
  out: { type: 'string', description: '写到哪个文件；不写时按名称写在当前文件夹，或者送到标准输出' },
  key: { type: 'string', description: '办公室的私钥文件：把封存的联系方式填进表里' },
  site: {
    type: 'string',
    description: '网站的地址，例如 https://example.cn/；写了才有二维码（默认用环境变量 SITE）',
  },
  today: { type: 'string', description: '按哪一天的状态，例如 2026-03-05（默认今天）' },
} as const;

/** `paper [<id>] [<kind>]`: a form or a paper of the office, filled in for a project or blank. */
export const paperCommand = defineCommand({
  meta: { name: 'paper', description: `打印用的表和公文：${PAPER_KINDS.join('、')}` },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const format = paperFormat(given.to, given.out);
    const { id, kind } = meant(given._);
    const paper =
      id === undefined
        ? blankOf(kind, given.key)
        : await filledOf(openRegistry(given.root, given.today), id, kind, given);
    await writePaper(paper, format, given);
  },
});

/** Which project and which paper; a kind alone is the blank paper, a project alone its form. */
function meant(words: readonly string[]): { readonly id?: string; readonly kind?: PaperKind } {
  const [first, second, ...more] = words;
  if (first === undefined)
    stop(`没有说打印什么。写项目编号（单位代码/文件名），或者 ${PAPER_KINDS.join('、')}。`);
  if (more.length > 0) stop(`多写了「${more.join(' ')}」；一次打印一种。`);
  const kind = paperKind(first);
  if (kind !== undefined) return second === undefined ? { kind } : { id: second, kind };
  if (second === undefined) return { id: first };
  const named = paperKind(second);
  if (named === undefined) stop(`没有「${second}」这种文书；可以写：${PAPER_KINDS.join('、')}。`);
  return { id: first, kind: named };
}

function blankOf(kind: PaperKind | undefined, key: string | undefined): Paper {
  if (key !== undefined) stop('空白表不用私钥；要填联系方式，写上项目编号。');
  return blankPaper(kind ?? '附件1');
}

async function filledOf(
  registry: Registry,
  given: string,
  kind: PaperKind | undefined,
  { key, site }: { readonly key?: string | undefined; readonly site?: string | undefined },
): Promise<Paper> {
  const entry = findEntry(registry, given);
  const file = orStop(openEntry(registry.root, entry.id), EXIT.usage);
  const { filing } = entry;
  const { result } = registry;
  const named = kind ?? formKind(filing);
  if (!isOfficeKind(named)) return formPaper(named, filing, file.read.extra, await contactsOf(file, key));
  if (key !== undefined) stop('只有附件1、附件2和资料报送有联系方式，别的文书不用私钥。');
  const unit = result.units.get(entry.unit);
  const made = officePaper(named, {
    id: entry.id,
    filing,
    life: standingOf(entry, result),
    office: result.office ?? { name: '' },
    unitName: unit?.name ?? entry.unit,
    open: result.findings
      .filter((one) => one.file === entry.file && one.severity === 'error')
      .map(({ message }) => message),
    address: addressOf(site ?? process.env.SITE, entry.id),
  });
  return 'paper' in made ? made.paper : stop(made.why, EXIT.findings);
}

/** The names and phones that were sealed, for the office that holds the key. */
async function contactsOf(
  file: Parameters<typeof unsealContactOf>[0],
  key: string | undefined,
): Promise<Contacts> {
  if (key === undefined) return {};
  const keys = orStop(await readKeyFile(key), EXIT.usage);
  return orStop(await unsealContactOf(file, keys), EXIT.findings);
}

/** The page of the entry on the site. */
function addressOf(site: string | undefined, id: string): string | undefined {
  if (site === undefined || site === '') return undefined;
  if (!/^https?:\/\/[^\s]+$/.test(site))
    stop(`--site 写网站的地址，例如 https://example.cn/，不能是「${site}」。`);
  return `${site.replace(/\/+$/, '')}/projects/${id}/`;
}
