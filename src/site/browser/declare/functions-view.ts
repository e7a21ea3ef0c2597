/** 功能清单 drawn from 建设内容, for the clerk to confirm: nothing goes into the list that she has not ticked. */
import type { Answers } from '../../../declare/answers.ts';
import { functionsOf } from '../../../similarity/functions.ts';
import type { Raw } from '../../../text/raw.ts';
import { byId, make } from '../elements.ts';
import { fillRecord } from './boxes.ts';
import { addRow, rowsOf } from './rows.ts';

/** Longest name that the list takes. */
const MOST_NAME = 60;
/** More suggestions than these are not read. */
const MOST_DRAWN = 24;

export interface FunctionsView {
  /** Offers what the text names and the list lacks. */
  offer(answers: Answers): void;
}

/** Takes over the offer above the list. `taken` is told when rows were added. */
export function takeFunctions(taken: () => void): FunctionsView {
  const box = byId('draw', HTMLElement);
  const places = byId('drawn', HTMLElement);
  const take = byId('take-drawn', HTMLButtonElement);
  const list = box.closest('[data-field]')?.querySelector<HTMLElement>('[data-list]');

  take.addEventListener('click', () => {
    const chosen = [...places.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
    if (!list || chosen.length === 0) return;
    const blank = rowsOf(list).filter((row) =>
      [...row.querySelectorAll<HTMLInputElement>('input, textarea')].every(
        ({ value }) => value.trim() === '',
      ),
    );
    for (const name of chosen) fillRecord(blank.shift() ?? addRow(list), { 名称: name });
    box.hidden = true;
    taken();
    list.querySelector<HTMLElement>('input')?.focus();
  });

  return {
    offer: (answers) => {
      const known = namesIn(answers.功能清单);
      const content = answers.建设内容;
      const drawn =
        typeof content === 'string' ? functionsOf({ id: '-', name: '', description: content }) : [];
      const names = [...new Set(drawn.flatMap(({ text }) => apart(plainName(text))))]
        .filter((name) => name.length > 1 && name.length <= MOST_NAME && !known.includes(name))
        .slice(0, MOST_DRAWN);
      box.hidden = names.length === 0 || known.length > 0;
      if (box.hidden) return;
      places.replaceChildren(
        ...names.map((name) => {
          const tick = make('input', { type: 'checkbox', value: name, 'data-ignore': '' });
          tick.checked = isLikely(name);
          return make('label', {}, [tick, name]);
        }),
      );
    },
  };
}

/** Prose is offered and not ticked. */
function isLikely(name: string): boolean {
  return name.length <= 12 && !/[的了没有就便供]|以后|时候/.test(name);
}

/** 「异常预警和工单派发」 are two. */
function apart(name: string): string[] {
  const halves = name.split(/[和及与]/).map((half) => half.trim());
  return halves.length === 2 && halves.every(({ length }) => length >= 3 && length <= 8) ? halves : [name];
}

function namesIn(raw: Raw | undefined): string[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((row) => {
    const name =
      typeof row === 'object' && !Array.isArray(row) ? (row as { readonly 名称?: Raw }).名称 : undefined;
    return typeof name === 'string' ? [name.trim()] : [];
  });
}

/** 「建设独居老人档案」 names 独居老人档案; 「工单派发四个模块」 names 工单派发. */
function plainName(text: string): string {
  return text
    .trim()
    .replace(/^(?:本?项目)?(?:主要)?(?:建设|包括|包含|开发|实现|提供|完善|新建|搭建)/, '')
    .replace(/(?:等)?(?:[一二三四五六七八九十两\d]+个)?(?:功能)?(?:模块|功能|子系统)?$/, (tail) =>
      /个|等/.test(tail) ? '' : tail,
    );
}
