import type { Evidence } from '../../../similarity/evidence.ts';
import { evidenceRows, scoreWords } from '../../../similarity/evidence-words.ts';
import type { Found } from '../../../similarity/remote-library.ts';
import type { Need, Span } from '../../../similarity/types.ts';
import { entryLink } from '../../view/links.ts';
import { NO_NAME } from '../../view/no-name.ts';
import { MUST_ANSWER_WORDS, RELATION_TAGS, whyWords } from '../../view/similar-words.ts';
import { make } from '../elements.ts';
import { marked } from '../marked.ts';
import { markedLines } from './marked-lines.ts';
import { requestBox } from './request-box.ts';

/** One result: what it is to the need in the first lines, the reasons and the request folded below. */
export function resultCard(need: Need, { candidate, other }: Found, form: string | undefined): HTMLLIElement {
  const { id, name, unit, score, relation, mustAnswer, evidence } = candidate;
  const why = whyWords(candidate);
  return make('li', { 'data-id': id }, [
    make('h3', {}, [make('a', { href: entryLink(id) }, [name || NO_NAME])]),
    make('p', { class: 'meta' }, [
      make('span', { class: RELATION_TAGS[relation] }, [relation]),
      make('strong', { class: 'num' }, [scoreWords(score)]),
      ...(mustAnswer ? [make('strong', { class: 'must' }, [MUST_ANSWER_WORDS])] : []),
      ...(unit === '' ? [] : [make('span', {}, [`建设单位：${unit}`])]),
    ]),
    ...(why === '' ? [] : [make('p', {}, [why])]),
    make('p', { class: 'suggestion' }, [`建议：${evidence.suggestion}`]),
    folded('reasons', '像在哪里，不同在哪里', reasons(need, other, evidence)),
    // What is elsewhere or out of use is for comparison only: there is nobody to ask.
    ...(other.elsewhere || other.retired
      ? []
      : [folded('request', '写复用申请', [requestBox(candidate, need, form)])]),
  ]);
}

/** A project that may be of interest, named and no more: the text says too little for a score. */
export function relatedCard({ candidate: { id, name, unit } }: Found): HTMLLIElement {
  return make('li', { 'data-id': id }, [
    make('h3', {}, [make('a', { href: entryLink(id) }, [name || NO_NAME])]),
    make('p', { class: 'meta' }, [...(unit === '' ? [] : [`建设单位：${unit}，`]), '没有比对']),
  ]);
}

function folded(kind: string, title: string, content: readonly Node[]): HTMLDetailsElement {
  return make('details', { 'data-kind': kind }, [make('summary', {}, [title]), ...content]);
}

/** Functions that match and the same words are shown by the table and the marks below. */
const SHOWN_BELOW = /^(?:可能对应的功能|文字相同)/;

function reasons(need: Need, other: Need, evidence: Evidence): Node[] {
  const { functions, reusable } = evidence;
  const reusables = other.elsewhere ? 0 : reusable.functions.length + reusable.data.length;
  const lines = [
    ...evidenceRows(evidence)
      .filter(({ label }) => !SHOWN_BELOW.test(label))
      .map(({ label, items, joint }) => line(label, items.join(joint))),
    ...(reusables > 0 && reusable.from !== '' ? [line('找谁', reusable.from)] : []),
  ];
  return [
    make('dl', { class: 'facts reasons' }, lines),
    ...functionTable(functions),
    ...bothTexts(need, other, evidence),
  ];
}

function line(label: string, text: string): HTMLDivElement {
  return make('div', {}, [make('dt', {}, [label]), make('dd', {}, [text])]);
}

function functionTable({ matched, drawn }: Evidence['functions']): Node[] {
  if (matched.length === 0) return [];
  const rows = matched.map(({ query, other, share }) =>
    make('tr', {}, [
      make('td', {}, [query]),
      make('td', {}, [other]),
      make('td', { class: 'num' }, [`${Math.round(share * 100)}%`]),
    ]),
  );
  const head = ['这里写的', '对方有的', '相近'].map((text, at) =>
    make('th', { scope: 'col', ...(at === 2 ? { class: 'num' } : {}) }, [text]),
  );
  const caption = drawn ? '可能对应的功能（从文字里摘出）' : '可能对应的功能';
  const table = make('table', { class: 'table' }, [
    make('caption', {}, [caption]),
    make('thead', {}, [make('tr', {}, head)]),
    make('tbody', {}, rows),
  ]);
  return [make('div', { class: 'table-frame' }, [table])];
}

/** The places of both sides that match, beside each other. */
function bothTexts(need: Need, other: Need, { passages, functions }: Evidence): Node[] {
  const here = [
    ...passages.map(({ query }) => query),
    ...functions.matched.map(({ querySpan }) => querySpan),
  ];
  const there = [
    ...passages.map((pair) => pair.other),
    ...functions.matched.map(({ otherSpan }) => otherSpan),
  ];
  const sides = [side('这里写的', need, here), side('对方写的', other, there)].filter(
    (one) => one !== undefined,
  );
  return sides.length === 0 ? [] : [make('div', { class: 'both' }, sides)];
}

function side(title: string, need: Need, spans: readonly Span[]): HTMLElement | undefined {
  const lines = markedLines(need, spans);
  if (lines.length === 0) return undefined;
  const paragraphs = lines.map((pieces) => make('p', {}, marked(pieces)));
  return make('div', {}, [make('h4', {}, [title]), ...paragraphs]);
}
