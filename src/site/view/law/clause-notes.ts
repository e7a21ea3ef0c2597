import { DICTIONARY } from '../../../form/fields.ts';
import type { ClauseId } from '../../../regulation/index.ts';
import { type Coverage, type CoverageKind, coverage } from '../../../rules/support/coverage.ts';

/** One thing that carries a clause out; without an address when it is people's work. */
export interface ClauseNote {
  readonly text: string;
  readonly to?: string;
}

/** The notes of one kind under a clause, with the word that stands before them. */
export interface NoteGroup {
  readonly title: string;
  readonly notes: readonly ClauseNote[];
}

const KINDS = {
  规则: { title: '规则', note: ({ ref, says }) => ({ text: says, to: `/rules/${ref}/` }) },
  栏目: { title: '栏目', note: ({ ref }) => ({ text: ref, to: `/fields/#${keyOf(ref)}` }) },
  记录: { title: '办理记录', note: ({ ref, says }) => ({ text: `${ref}：${says}` }) },
  路径: { title: '路径', note: ({ ref }) => ({ text: ref, to: '/routes/' }) },
  设置: { title: '办公室的设置', note: ({ ref, says }) => ({ text: `${ref}：${says}` }) },
  读法: { title: '理解', note: ({ ref, says }) => ({ text: says, to: `/readings/#${ref}` }) },
  页面: { title: '页面', note: ({ ref, says }) => ({ text: says, to: ref }) },
  不由程序: { title: '由人来办', note: ({ says }) => ({ text: says }) },
} as const satisfies Record<CoverageKind, { title: string; note: (by: Coverage) => ClauseNote }>;

const BY_CLAUSE = new Map(coverage().map(({ id, by }) => [id, by]));

/** What carries a clause out here, kind by kind. */
export function notesOf(id: ClauseId): readonly NoteGroup[] {
  const by = BY_CLAUSE.get(id) ?? [];
  return (Object.keys(KINDS) as CoverageKind[])
    .map((kind) => ({
      title: KINDS[kind].title,
      notes: by.filter((one) => one.kind === kind).map(KINDS[kind].note),
    }))
    .filter(({ notes }) => notes.length > 0);
}

/** The anchor of a field on its page. Throws for a label that no field has: our own fault. */
function keyOf(label: string): string {
  const field = DICTIONARY.find((each) => each.label === label);
  if (!field) throw new Error(`No field ${label}`);
  return field.key;
}
