import { describe, expect, it } from 'vitest';
import type { Concept } from '../../similarity/lexicon/lexicon.ts';
import { findConcepts } from './lexicon-search.ts';
import { countForms, formsIndex, viewLexicon } from './lexicon-view.ts';

function concept(id: string, more: Partial<Concept> & Pick<Concept, 'name' | 'field'>): Concept {
  const blank = { nature: '平台', broader: [], related: [], weights: {}, generic: false } as const;
  return { id, ...blank, forms: [more.name], ...more };
}

const CONCEPTS = [
  concept('parking', { name: '停车管理', field: '交通停车', forms: ['停车管理', '智慧停车', '停车'] }),
  concept('guidance', {
    name: '停车诱导',
    field: '交通停车',
    broader: ['parking'],
    related: ['screen'],
    weights: { parking: 0.5 },
  }),
  concept('screen', { name: '诱导屏', field: '会议与显示', forms: ['诱导屏', 'LED 诱导屏'] }),
  concept('statistics', {
    name: '统计分析',
    field: '通用功能',
    generic: true,
    forms: ['统计分析', '停车统计'],
  }),
];

const groups = (id: string) =>
  viewLexicon(CONCEPTS)
    .flatMap(({ concepts }) => concepts)
    .find((view) => view.concept.id === id)?.groups;

describe('the pages of the lexicon', () => {
  it('stand in the order of the business lines, and only where there are concepts', () => {
    const pages = viewLexicon(CONCEPTS);
    expect(pages.map(({ page, concepts, forms }) => [page, concepts.length, forms])).toEqual([
      ['transport', 2, 4],
      ['display', 1, 2],
      ['functions', 1, 2],
    ]);
    expect(countForms(CONCEPTS)).toBe(8);
    expect(viewLexicon([])).toEqual([]);
  });

  it('show a link at both its ends, with the weight where it is not the usual one', () => {
    const guidance = { id: 'guidance', name: '停车诱导', path: '/lexicon/transport/#guidance' };
    expect(groups('parking')).toEqual([{ label: '下位', links: [{ ...guidance, weight: 0.5 }] }]);
    expect(groups('screen')).toEqual([{ label: '相关', links: [guidance] }]);
    expect(groups('guidance')).toEqual([
      {
        label: '上位',
        links: [{ id: 'parking', name: '停车管理', path: '/lexicon/transport/#parking', weight: 0.5 }],
      },
      { label: '相关', links: [{ id: 'screen', name: '诱导屏', path: '/lexicon/display/#screen' }] },
    ]);
    expect(groups('statistics')).toEqual([]);
  });

  it('show a relation written at both ends once, with the greater weight', () => {
    const [a, b] = viewLexicon([
      concept('a', { name: '甲项', field: '社区', related: ['b'], weights: { b: 0.2 } }),
      concept('b', { name: '乙项', field: '社区', related: ['a'], weights: { a: 0.6 } }),
    ]).flatMap(({ concepts }) => concepts);
    expect(a?.groups).toMatchObject([{ label: '相关', links: [{ id: 'b', weight: 0.6 }] }]);
    expect(b?.groups).toMatchObject([{ label: '相关', links: [{ id: 'a', weight: 0.6 }] }]);
  });
});

describe('looking a word up', () => {
  const find = (query: string) =>
    findConcepts(formsIndex(CONCEPTS), query).map(({ entry, forms }) => [entry.id, ...forms]);

  it('finds every concept with a form that holds it, the form itself first, then names', () => {
    expect(find('停车')).toEqual([
      ['parking', '停车管理', '智慧停车', '停车'],
      ['guidance', '停车诱导'],
      ['statistics', '停车统计'],
    ]);
    expect(find('停车统计')).toEqual([['statistics', '停车统计']]);
  });

  it('passes over width, case, blanks and punctuation', () => {
    expect(find('ｌｅｄ诱导屏')).toEqual([['screen', 'LED 诱导屏']]);
    expect(find('「led」')).toEqual([['screen', 'LED 诱导屏']]);
  });

  it('takes several words as all of them in one form', () => {
    expect(find('停车 智慧')).toEqual([['parking', '智慧停车']]);
    expect(find('智慧 统计')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(find(' ')).toEqual([]);
    expect(find('。')).toEqual([]);
    expect(find('火星')).toEqual([]);
  });
});
