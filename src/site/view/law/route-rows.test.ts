import { describe, expect, it } from 'vitest';
import { decideRoute, ROUTE_TABLE } from '../../../regulation/routes.ts';
import { LEADS, STAGES } from '../../../regulation/vocabulary.ts';
import { ANSWER_COLUMNS, anchorOf, moneyWords, rowOf } from './route-rows.ts';

describe('the page of routes', () => {
  it('leads every answer to the row that decides it', () => {
    for (const lead of LEADS) {
      for (const stage of STAGES) {
        for (const fiscal of [true, false]) {
          expect(rowOf(lead, stage, fiscal).route).toBe(decideRoute({ lead, stage, fiscal }));
        }
      }
    }
  });

  it('may leave money out of the first column, and show each row in some column', () => {
    for (const lead of LEADS) {
      const started = STAGES.filter((stage) => stage !== '新建');
      const routes = started.flatMap((stage) => [true, false].map((fiscal) => rowOf(lead, stage, fiscal)));
      expect(new Set(routes).size).toBe(1);
    }
    const shown = LEADS.flatMap((lead) =>
      ANSWER_COLUMNS.map(({ stage, fiscal }) => rowOf(lead, stage, fiscal)),
    );
    expect(new Set(shown)).toEqual(new Set(ROUTE_TABLE));
  });

  it('gives every row an anchor of its own and says whether public money is used', () => {
    expect(new Set(ROUTE_TABLE.map(anchorOf)).size).toBe(ROUTE_TABLE.length);
    expect(moneyWords(rowOf('个人', '新建', false))).toBe('不使用财政资金');
    expect(moneyWords(rowOf('个人', '已建成', false))).toBe('无论是否使用财政资金');
  });
});
