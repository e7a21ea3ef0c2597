/** The first screens: what follows from the three answers, and the unit that answers for the filing. */
import type { Answers } from '../../../declare/answers.ts';
import { byId } from '../elements.ts';

const UNIT_TYPES = ['区直单位', '街道办事处', '园区管委会'];

/** Shows the route of the three answers, and what a unit or another lead has to say. */
export function showStart(answers: Answers): void {
  const [lead, stage, fiscal] = [answers.牵头主体类型, answers.建设阶段, answers.是否使用财政资金].map(
    String,
  );
  byId('secret-stop', HTMLElement).hidden = answers.不涉密承诺 !== '涉密';
  let found = false;
  for (const route of document.querySelectorAll<HTMLElement>('.route')) {
    const { leads = '', stages = '', fiscal: money = '' } = route.dataset;
    const meets = [
      [leads, lead],
      [stages, stage],
      [money, fiscal],
    ].every(([words = '', word = '']) => words.split(' ').includes(word));
    route.hidden = !meets;
    found ||= meets;
  }
  byId('route-open', HTMLElement).hidden = found;
}

/** The box in which units are looked for. */
export interface UnitView {
  update(answers: Answers, coordinated: boolean): void;
  /** The kind of a unit by its code. */
  typeOf(code: string): string | undefined;
}

/** Takes over the list of units: it narrows by what is typed and by who leads. */
export function takeUnits(): UnitView {
  const search = byId('unit-search', HTMLInputElement);
  const list = byId('unit-list', HTMLElement);
  const count = byId('unit-count', HTMLElement);
  const all = [...list.querySelectorAll<HTMLElement>('label')];
  let type: string | undefined;
  let before = '';

  function narrow(): void {
    const asked = search.value.normalize('NFKC').trim().toLowerCase();
    let shown = 0;
    for (const label of all) {
      const chosen = label.querySelector<HTMLInputElement>('input')?.checked === true;
      const fits =
        (type === undefined || label.dataset.type === type) &&
        (label.dataset.words ?? '').toLowerCase().includes(asked);
      label.hidden = !fits && !chosen;
      if (fits) shown++;
    }
    const words = shown === 0 ? '没有找到，换几个字；名录里确实没有的，先请办公室增加' : `${shown} 个单位`;
    if (count.textContent !== words) count.textContent = words;
  }

  search.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) narrow();
  });
  search.addEventListener('compositionend', narrow);

  return {
    typeOf: (code) => all.find((label) => label.querySelector('input')?.value === code)?.dataset.type,
    update: (answers, coordinated) => {
      const lead = String(answers.牵头主体类型 ?? '');
      const now = [lead, coordinated, answers.单位].join();
      if (now === before) return;
      before = now;
      const unitLed = UNIT_TYPES.includes(lead);
      type = unitLed ? lead : undefined;
      const legend = byId('unit-legend', HTMLElement);
      legend.textContent = unitLed ? '申报单位' : coordinated ? '协调单位' : '放在哪个单位名下';
      byId('f-unit-hint', HTMLElement).textContent = unitLed
        ? '牵头的单位，照单位名录的全称。'
        : coordinated
          ? '由哪个行业主管部门或属地街道办事处协调填写。'
          : '行业主管部门或属地街道办事处，文件放在它的文件夹里。';
      byId('f-leadName-field', HTMLElement).hidden = unitLed || lead === '个人' || lead === '';
      narrow();
    },
  };
}
