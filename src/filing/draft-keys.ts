import { fieldByLabel } from '../form/fields.ts';
import type { Answer } from './prompter.ts';
import type { Answered } from './recording.ts';
import { START_KEYS } from './start.ts';

/** An answer as an older release kept it: under the words of its question. */
export interface OldAnswered {
  readonly question: string;
  readonly answer: Answer;
}

/** How the first questions began, whatever came behind. */
const FIRST: readonly (readonly [RegExp, string])[] = [
  [/^谁主导/, START_KEYS.lead],
  [/^项目现在到哪一步/, START_KEYS.stage],
  [/^是否使用财政资金/, START_KEYS.fiscal],
  [/^(?:牵头的是哪个单位|由哪个行业|这份填报放在哪个单位)/, START_KEYS.unit],
  [/^牵头的社会组织/, START_KEYS.leadName],
];

/** Where an answer of an older draft belongs; it is kept under its question when that cannot be told. */
export function withKey({ question, answer }: OldAnswered): Answered {
  return { key: keyOfQuestion(question) ?? `旧/${question}`, question, answer };
}

function keyOfQuestion(question: string): string | undefined {
  const first = FIRST.find(([start]) => start.test(question));
  if (first) return first[1];
  const [, list, count] = /^([^：]+)：已填 (\d+) 项/.exec(question) ?? [];
  if (list !== undefined && isField(list)) return `${list}/${Number(count) - 1}/还有`;
  const [, label = '', place, rest = ''] =
    /^([^（【·]+?)(?: 第 (\d+) 项)?(?: · (.*)|[（【].*)?$/s.exec(question) ?? [];
  if (!isField(label)) return undefined;
  const item = place === undefined ? [] : [String(Number(place) - 1)];
  const part = /^[^（【]+/.exec(rest)?.[0].trim();
  const begins = question.endsWith('现在填吗？') ? ['现在填'] : [];
  return [label, ...item, ...(part === undefined ? [] : [part]), ...begins].join('/');
}

const isField = (label: string): boolean => fieldByLabel(label) !== undefined && label !== '不涉密承诺';
