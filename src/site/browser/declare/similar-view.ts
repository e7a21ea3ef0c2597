/** 查重: each similar project with what is alike, answered here by choosing. The answers live in the boxes of the cards. */
import { asked as askedOf } from '../../../similarity/comparison.ts';
import { type ModuleTable, moduleHeadline } from '../../../similarity/module-table.ts';
import type { PlanMatch } from '../../../similarity/remote-plan.ts';
import type { Finding } from '../../../text/finding.ts';
import type { Raw, RawMap } from '../../../text/raw.ts';
import { entryLink } from '../../view/links.ts';
import { byId, make, say } from '../elements.ts';
import { findingLine } from './found-view.ts';
import type { FoundSimilar } from './messages.ts';

const VERDICTS = [
  ['复用', '直接用对方的，这一部分不再建'],
  ['升级', '在对方的基础上升级，不另起一套'],
  ['合并共建', '和对方合成一个项目建'],
  ['差异说明', '不一样，说明不一样在哪里、为什么不能用'],
] as const;

export interface SimilarView {
  /** `binding`: each of them has to be answered on this route; otherwise an answer is welcome. */
  show(found: FoundSimilar, binding: boolean): void;
  /** Takes over the answers of a draft that was opened. */
  recall(answers: readonly RawMap[]): void;
  waiting(): void;
  off(why: string): void;
  /** 查重说明 as it stands in the cards; answers to projects that are no longer shown are kept. */
  read(): Raw | undefined;
}

/** `changed`: an answer was chosen or written. `upgraded`: 升级 was chosen of a project. */
export function takeSimilar(changed: () => void, upgraded: (id: string) => void): SimilarView {
  const state = byId('similar-state', HTMLElement);
  const must = byId('similar-must', HTMLElement);
  const others = byId('similar-others', HTMLElement);
  const more = byId('similar-more', HTMLDetailsElement);
  const moreTitle = byId('similar-more-title', HTMLElement);
  const table = byId('similar-modules', HTMLElement);
  const cards = new Map<string, HTMLElement>();
  let kept: readonly RawMap[] = [];

  function card(one: PlanMatch, asked: boolean): HTMLElement {
    const { candidate } = one;
    const known = cards.get(candidate.id);
    if (known && known.dataset.digest === one.digest && known.dataset.asked === String(asked)) return known;
    const answer = readCard(known) ?? kept.find(({ 对象: id }) => id === candidate.id);
    const made = makeCard(one, asked, answer);
    made.addEventListener('change', (event) => {
      const box = event.target;
      if (box instanceof HTMLInputElement && box.type === 'radio' && box.value === '升级')
        upgraded(candidate.id);
    });
    cards.set(candidate.id, made);
    return made;
  }

  return {
    recall: (answers) => {
      kept = answers;
      cards.clear();
      must.replaceChildren();
      others.replaceChildren();
    },
    show: ({ found, modules, telling, failure }, binding) => {
      if (failure !== undefined) {
        say(
          state,
          `查重没有做成，不能当作没有重复（${failure}）。点「再比一次」；还是不成的，把这句话告诉办公室。`,
        );
        return;
      }
      const ids = new Set(askedIds(found));
      const asked = found.filter(({ candidate }) => ids.has(candidate.id));
      table.replaceChildren(...moduleTable(modules));
      const rest = found.filter((one) => !asked.includes(one));
      setChildren(
        must,
        asked.map((one) => card(one, true)),
      );
      setChildren(
        others,
        rest.map((one) => card(one, false)),
      );
      more.hidden = rest.length === 0;
      moreTitle.textContent = `另有 ${rest.length} 个相近的项目，不用答复，供比较`;
      say(
        state,
        asked.length > 0
          ? `找到 ${asked.length} 个${binding ? '要答复的项目，逐个选怎样处理' : '很相近的项目。这一路径不要求答复，能用对方的，写一条说明'}。`
          : telling
            ? '没有要答复的项目。'
            : '写得太少，还比不出来：回到「项目建设内容」写实写全。',
      );
    },
    waiting: () => say(state, '正在比对……'),
    off: (why) => say(state, why),
    read: () => {
      const shown = [...cards].flatMap(([id, one]) => {
        const answer = readCard(one);
        return answer ? [[id, answer] as const] : [];
      });
      const ids = new Set(cards.keys());
      const all = [
        ...kept.filter(({ 对象: id }) => !ids.has(String(id))),
        ...shown.map(([, answer]) => answer),
      ];
      return all.length > 0 ? all : undefined;
    },
  };

  function readCard(one: HTMLElement | undefined): RawMap | undefined {
    if (!one) return undefined;
    const verdict = one.querySelector<HTMLInputElement>('[data-verdict]:checked')?.value;
    const reason = one.querySelector<HTMLTextAreaElement>('textarea')?.value.trim() ?? '';
    if (verdict === undefined) return undefined;
    const functions = [...one.querySelectorAll<HTMLInputElement>('[data-function]:checked')].map(
      ({ value }) => value,
    );
    return {
      对象: one.dataset.id ?? '',
      结论: verdict,
      ...(functions.length > 0 ? { 功能: functions } : {}),
      ...(reason === '' ? {} : { 说明: reason }),
      比对摘要: one.dataset.digest ?? '',
    };
  }

  function makeCard(
    { candidate, digest, other }: PlanMatch,
    asked: boolean,
    answer: RawMap | undefined,
  ): HTMLElement {
    const { id, name, unit, relation, score, evidence } = candidate;
    const pairs = evidence.functions.matched;
    const chosen = Array.isArray(answer?.功能) ? answer.功能.map(String) : undefined;
    const box = `s-${id.replace(/[^a-z0-9]+/g, '-')}`;
    const radios = VERDICTS.map(([verdict, words]) => {
      const radio = make('input', {
        type: 'radio',
        name: box,
        value: verdict,
        'data-verdict': '',
        'data-ignore': '',
      });
      radio.checked = answer?.结论 === verdict;
      return make('label', {}, [
        radio,
        make('span', {}, [verdict, make('span', { class: 'quiet small' }, [words])]),
      ]);
    });
    const ticks = [...new Set(pairs.map((pair) => pair.other))].map((word) => {
      const tick = make('input', { type: 'checkbox', value: word, 'data-function': '', 'data-ignore': '' });
      tick.checked = chosen?.includes(word) === true;
      return make('label', {}, [tick, word]);
    });
    const reason = make('textarea', { class: 'input', id: `${box}-reason`, rows: '3', 'data-ignore': '' });
    reason.value = typeof answer?.说明 === 'string' ? answer.说明 : '';
    const body = [
      make('fieldset', {}, [
        make('legend', {}, [`「${name}」怎样处理`]),
        make('div', { class: 'choices choices-tall' }, radios),
      ]),
      ...(ticks.length > 0
        ? [
            make('fieldset', {}, [
              make('legend', {}, ['涉及对方的哪些功能']),
              make('div', { class: 'choices' }, ticks),
            ]),
          ]
        : []),
      make('label', { for: `${box}-reason` }, ['说明']),
      make('p', { class: 'quiet small', id: `${box}-hint` }, [
        '哪些直接用对方的，哪些对方没有、为什么不能用。',
      ]),
      make('p', { class: 'said', 'data-card-said': '', hidden: '' }),
      reason,
    ];
    reason.setAttribute('aria-describedby', `${box}-hint`);
    const facts = pairs
      .slice(0, 6)
      .map((pair) => make('li', {}, [`这里写的「${pair.query}」，对方有「${pair.other}」`]));
    const made = make(
      'article',
      {
        class: 'similar-card',
        'data-id': id,
        'data-digest': digest,
        'data-asked': String(asked),
        'aria-labelledby': `${box}-name`,
      },
      [
        make('h3', { id: `${box}-name` }, [
          make('a', { href: entryLink(id), target: '_blank', rel: 'noopener' }, [name]),
        ]),
        make('p', { class: 'small' }, [
          `${relation}，相似 ${Math.round(score * 100)} 分${unit === '' ? '' : `，建设单位：${unit}`}`,
        ]),
        ...(candidate.modules.length > 0
          ? [make('p', { class: 'small' }, [`已有的模块：${candidate.modules.join('、')}`])]
          : []),
        ...(facts.length > 0
          ? [make('ul', { class: 'small' }, facts)]
          : [make('p', { class: 'small' }, [(other.description ?? '').slice(0, 120)])]),
        ...(asked || answer ? body : [make('details', {}, [make('summary', {}, ['也写一条说明']), ...body])]),
      ],
    );
    made.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) changed();
    });
    made.addEventListener('change', changed);
    made.addEventListener('compositionend', changed);
    return made;
  }
}

/** The ids of those that a check asks about. */
function askedIds(found: readonly PlanMatch[]): readonly string[] {
  const similar = found.map(({ candidate, digest }) => ({
    ...candidate,
    standing: '已登记' as const,
    digest,
  }));
  return askedOf({ similar }).map(({ id }) => id);
}

/** The plan module by module: who has each already. */
function moduleTable(table: ModuleTable): HTMLElement[] {
  const headline = moduleHeadline(table);
  if (headline === undefined) return [];
  const lines = table.rows.map(({ name, matches }) =>
    make('tr', {}, [
      make('th', { scope: 'row' }, [name]),
      make('td', {}, matches.length === 0 ? ['没有找到'] : [matches.map((match) => match.name).join('、')]),
    ]),
  );
  const head = ['这里的模块', '谁已经有了'].map((text) => make('th', { scope: 'col' }, [text]));
  return [
    make('h3', {}, [headline]),
    make('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': '逐个模块比对' }, [
      make('table', { class: 'table' }, [
        make('thead', {}, [make('tr', {}, head)]),
        make('tbody', {}, lines),
      ]),
    ]),
  ];
}

/** The same cards in the same order stay as they are, with what is typed in them and the focus. */
function setChildren(place: HTMLElement, wanted: readonly HTMLElement[]): void {
  const now = [...place.children];
  if (now.length === wanted.length && wanted.every((one, at) => one === now[at])) return;
  place.replaceChildren(...wanted);
}

/** Shows beside each card what is found in its answer. */
export function showCardFindings(found: readonly Finding[]): void {
  for (const card of document.querySelectorAll<HTMLElement>('.similar-card')) {
    const said = card.querySelector<HTMLElement>('[data-card-said]');
    const name = card.querySelector('h3')?.textContent ?? '';
    const mine = found.filter(({ message }) => message.includes(`「${name}」`));
    const text = mine.map(({ message }) => message).join('\n');
    if (!said || said.dataset.text === text) continue;
    said.dataset.text = text;
    said.replaceChildren(...mine.map(findingLine));
    said.hidden = mine.length === 0;
  }
}
