import { projectFile } from '../registry/paths.ts';
import { readEntry } from '../registry/read-entry.ts';
import { unitNames } from '../registry/unit-names.ts';
import { LEADS, STAGES } from '../regulation/vocabulary.ts';
import { decode } from '../text/decode.ts';
import { refuseFiles } from '../text/hostile/refuse.ts';
import { ASKED_FIRST } from './answers.ts';
import { DRAFT_FORMAT, type Draft, type FiledCopy, NO_SLUG, NO_UNIT } from './draft.ts';
import { readDraft } from './draft-file.ts';
import { answersOfFiled, filedValues } from './edit-filed.ts';
import type { World } from './world.ts';

/** What a new draft is called, and when it was begun (ISO time). */
interface Fresh {
  readonly draftId: string;
  readonly suffix: string;
  readonly now: string;
}

/** A file from the computer. `unit`: in whose folder it lies, where that is known. */
interface OpenedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly unit?: string | undefined;
}

/** A draft to go on with and what to say of it, or why there is none. */
export type OpenedFile = { readonly draft: Draft; readonly note: string } | { readonly fault: string };

const UTF8 = new TextEncoder();

/**
 * Opens a file from the computer: a draft that was taken out, a project file, or one that was written by hand. The bytes
 * may come from anybody.
 */
export function openFile(
  { name, bytes, unit: told, ...fresh }: OpenedBytes & Fresh,
  { units }: Pick<World, 'units'>,
): OpenedFile {
  const { text, problems } = decode(bytes);
  if (problems.some(({ severity }) => severity === 'error'))
    return { fault: `这个文件读不出来：${problems[0]?.message ?? ''}` };
  const read = readDraft(text);
  if (read && 'format' in read)
    return {
      fault: `这份草稿是另一版填表页导出的（${read.format}），这里还不认识。刷新本页再试；还是不行的，问办公室。`,
    };
  if (read)
    return {
      draft: { ...read.draft, id: fresh.draftId },
      note: `草稿已经打开，接着填。${leftWords(read.left)}`,
    };
  if (!/^\uFEFF?\s*---/.test(text))
    return {
      fault:
        '这不是填表页的草稿，也不是项目文件。选「导出草稿」得到的 .json 或 .zip 文件，或者项目文件 .md。',
    };
  const refused = refuseFiles([{ file: projectFile(`${NO_UNIT}/${NO_SLUG}`), bytes: UTF8.encode(text) }]);
  const [why] = [...refused.values()].flat();
  if (why) return { fault: `这个项目文件不能打开：${why.message}` };
  const unit = told ?? unitIn(text, units);
  const slug = slugOf(name);
  if (unit && slug) return openFiledText({ id: `${unit}/${slug}`, text }, fresh);
  const answers = answersOfFiled(text, unit ?? '');
  return {
    draft: { ...blank(fresh), answers, sealed: undefined },
    note: '项目文件已经打开。看不出它是哪个单位的哪个文件，当作新的一份来填。',
  };
}

/** What an older draft says in boxes that are no more: she takes it along by hand. */
function leftWords(left: readonly { readonly label: string; readonly words: string }[]): string {
  if (left.length === 0) return '';
  const told = left.map(({ label, words }) => `「${label}」：${words}`).join('；');
  return `表改过版，下面几栏现在没有了，原来写的抄到合适的栏里：${told}。`;
}

/** Opens a filing of the registry. */
export function openFiledText(filed: FiledCopy, fresh: Fresh): OpenedFile {
  const [unit = '', slug = ''] = filed.id.split('/');
  const answers = answersOfFiled(filed.text, unit);
  const lead = LEADS.find((one) => one === answers[ASKED_FIRST.leadType]);
  const stage = STAGES.find((one) => one === answers[ASKED_FIRST.stage]);
  const sealed = filedValues(filed.text).联系方式;
  const isSealed = typeof sealed === 'string' && sealed.startsWith('-----BEGIN AGE');
  return {
    draft: {
      ...blank(fresh),
      answers,
      filed,
      slug,
      ...(isSealed ? { sealed } : {}),
      screen: lead && stage ? 'review' : 'start',
    },
    note: '已经登记的表打开了，改好以后按原来的位置和名字送出；没有改的地方一个字也不动。',
  };
}

function blank({ draftId, suffix, now }: Fresh): Draft {
  return { format: DRAFT_FORMAT, id: draftId, answers: {}, screen: 'start', seen: [], savedAt: now, suffix };
}

/** `zhi-hui-ting-che-k7m2.md`, also as browsers rename a second download: `… (1).md`. */
function slugOf(name: string): string | undefined {
  return /^([a-z0-9][a-z0-9-]*)(?: ?\(\d+\))?\.md$/.exec(name)?.[1];
}

/** The unit that answers for a file, by what it says. */
function unitIn(text: string, units: World['units']): string | undefined {
  const { filing } = readEntry(projectFile(`${NO_UNIT}/${NO_SLUG}`), UTF8.encode(text)).entry;
  const named = unitNames(new Map(units.map((unit) => [unit.code, unit])));
  const meant = named(filing.coordinator ?? filing.lead?.name ?? '');
  return meant?.by === '全称' || meant?.by === '同名' ? meant.unit.code : undefined;
}
