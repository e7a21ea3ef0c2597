import type { Answers } from '../../../declare/answers.ts';
import type { Judged } from '../../../declare/judge.ts';
import { byId } from '../elements.ts';
import { focusPlace } from './found-view.ts';
import { placeOf } from './places.ts';

/** What the first screen wants, and what is said where it is open. */
const STARTS: Readonly<Record<string, string>> = {
  不涉密承诺: '先确认内容涉不涉密。',
  牵头主体类型: '选谁主导或牵头实施。',
  建设阶段: '选现在建到哪一步。',
  是否使用财政资金: '选用谁的钱；拿不准的选「说不准」。',
};

/** The form itself cannot begin without the three answers, and never with a secret. Says what is open, and leads there. */
export function mayStart(form: HTMLElement, answers: Answers, kept: boolean, { route }: Judged): boolean {
  const open = Object.entries(STARTS).filter(([label]) => answers[label] === undefined);
  sayIn(byId('keep-said', HTMLElement), kept ? '' : '选草稿放在哪里。');
  for (const label of Object.keys(STARTS)) {
    const said = form.querySelector<HTMLElement>(`[data-field="${label}"] [data-said]`);
    if (said) sayIn(said, open.some(([one]) => one === label) ? (STARTS[label] ?? '') : '');
  }
  if (answers.不涉密承诺 === '涉密') {
    byId('secret-stop', HTMLElement).scrollIntoView({ block: 'center' });
    return false;
  }
  if (open.length === 0 && kept && route) return true;
  const [first] = open;
  const place = first ? placeOf(form, first[0]) : byId('keep-field', HTMLElement);
  if (place) focusPlace(place);
  return false;
}

function sayIn(said: HTMLElement, words: string): void {
  said.textContent = words;
  said.hidden = words === '';
}
