import type { Filing } from '../../form/fields.ts';
import { escapeHtml } from './html.ts';
import { href } from './links.ts';
import type { ProjectView } from './model.ts';
import { integrationWords } from './standing-view.ts';

/** A line of 「能不能直接用」: a question of the reader and the answer as safe HTML. */
export interface UseLine {
  readonly label: string;
  readonly html: string;
}

/** Whom to ask: the unit that filed it, and the phone in words. */
export interface Contact {
  readonly unit: string;
  readonly code: string;
  readonly phone: string;
}

/** So many functions are named in the first screen; the whole list stands below. */
const FUNCTIONS_NAMED = 8;
const NOT_SAID = '没有写，问建设单位';

/**
 * What a unit wants to know that looks for something to use: what it does, for whom, how to join, what it cannot do,
 * whom to ask. What the filing does not say is said to be missing: silence would read as 「没有限制」「不收费」.
 */
export function useLines(
  { read, standing }: ProjectView,
  { unit, code, phone }: Contact,
): readonly UseLine[] {
  const { filing } = read.entry;
  const { sharing } = filing;
  const lines: readonly (readonly [label: string, html: string])[] = [
    ['做什么', escapeHtml(functionWords(filing) ?? filing.effect ?? NOT_SAID)],
    ['给谁用', escapeHtml(filing.audience?.join('、') ?? NOT_SAID)],
    ['依托哪些平台', escapeHtml(filing.reuse?.join('；') ?? NOT_SAID)],
    ['怎样接入', escapeHtml(sharing?.joining ?? filing.platform?.api ?? NOT_SAID)],
    ['总平台', escapeHtml(integrationWords(standing))],
    ['费用', escapeHtml(sharing?.cost ?? NOT_SAID)],
    ['多久能用上', escapeHtml(sharing?.time ?? NOT_SAID)],
    ['不能做什么', escapeHtml(sharing?.limits ?? NOT_SAID)],
    [
      '问谁',
      `<a href="${escapeHtml(href(`/units/${code}/`))}">${escapeHtml(unit)}</a>，${escapeHtml(phone)}`,
    ],
  ];
  return lines.map(([label, html]) => ({ label, html }));
}

function functionWords({ functions = [] }: Filing): string | undefined {
  if (functions.length === 0) return undefined;
  const named = functions.slice(0, FUNCTIONS_NAMED).map(({ name }) => name);
  const rest = functions.length - named.length;
  return named.join('、') + (rest > 0 ? `等 ${functions.length} 项` : '');
}

/** A request to use what a unit has, ready to be sent; what only the asking unit knows is left blank. */
export function reuseRequest(name: string, unit: string, id: string): string {
  return [
    `复用申请：${name}`,
    '',
    `想复用的项目：${name}（${unit}），编号 ${id}`,
    '申请单位：（单位全称和办公电话）',
    '要办的事：',
    '希望怎样复用：（直接使用现有系统／在现有系统上增加功能／通过接口共享／合并共建／先了解情况）',
    '希望何时用上：',
  ].join('\n');
}
