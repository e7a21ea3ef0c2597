import type { Candidate } from '../../../similarity/judge.ts';
import type { Need } from '../../../similarity/types.ts';

/** Enough for the other unit to understand; an address holds no whole plan. */
const MAX_NEED_TEXT = 300;

/** A request to use what another unit has, ready to be sent; what only the asking unit knows is left blank. */
export function requestText(candidate: Candidate, need: Need, address: string): string {
  const { functions, data } = candidate.evidence.reusable;
  return [
    `复用申请：${candidate.name}`,
    '',
    `想复用的项目：${targetOf(candidate, address)}`,
    '申请单位：（单位全称和办公电话）',
    `要办的事：${needWords(need)}`,
    ...(functions.length > 0 ? [`需要的功能：${functions.join('、')}`] : []),
    ...(data.length > 0 ? [`需要的数据：${data.join('、')}`] : []),
    '希望怎样复用：（直接使用现有系统／在现有系统上增加功能／通过接口共享／合并共建／先了解情况）',
    '希望何时用上：',
  ].join('\n');
}

/** The address of the request form, filled in as far as is known. */
export function requestForm(form: string, candidate: Candidate, need: Need, address: string): string {
  const { functions, data } = candidate.evidence.reusable;
  const link = new URL(form);
  link.searchParams.set('title', `复用申请：${candidate.name}`);
  link.searchParams.set('target', targetOf(candidate, address));
  link.searchParams.set('need', needWords(need));
  if (functions.length + data.length > 0)
    link.searchParams.set('functions', [...functions, ...data].join('、'));
  return link.href;
}

function targetOf({ name, unit }: Candidate, address: string): string {
  return `${name}${unit === '' ? '' : `（${unit}）`} ${address}`;
}

function needWords({ name, description = '' }: Need): string {
  const text = [name, description].filter((part) => part !== '').join('。');
  return text.length > MAX_NEED_TEXT ? `${text.slice(0, MAX_NEED_TEXT)}……` : text;
}
