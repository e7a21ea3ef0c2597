import { describe, expect, it } from 'vitest';
import { clause } from './index.ts';
import { decideRoute, ROUTE_TABLE } from './routes.ts';
import { LEADS, STAGES } from './vocabulary.ts';

const UNIT_LED = ['区直单位', '街道办事处', '园区管委会'];

/** The table of Article 6, written a second time by hand: clause, form, approval, coordinator, duties. */
function expected(lead: string, stage: string, fiscal: boolean): string {
  if (UNIT_LED.includes(lead)) {
    if (stage !== '新建') return '6.1 备案表 false false art7';
    return fiscal ? '6.2 申请表 true false art8,art9' : '6.2 申请表 true false art8';
  }
  if (stage !== '新建') return '6.3 备案表 false true art7';
  return fiscal ? '6.4 申请表 true false art8,art9' : '6.4 资料报送 false true art7';
}

const COMBINATIONS = LEADS.flatMap((lead) =>
  STAGES.flatMap((stage) => [true, false].map((fiscal) => ({ lead, stage, fiscal }))),
);

describe('decideRoute', () => {
  it('has thirty combinations', () => {
    expect(COMBINATIONS).toHaveLength(30);
  });

  it.each(COMBINATIONS)('$lead, $stage, 财政 $fiscal', (question) => {
    const { clause: item, form, approval, coordinator, duties } = decideRoute(question);
    expect(`${item} ${form} ${approval} ${coordinator} ${duties.join(',')}`).toBe(
      expected(question.lead, question.stage, question.fiscal),
    );
  });

  it.each(COMBINATIONS)(
    'meets exactly one row for $lead, $stage, 财政 $fiscal',
    ({ lead, stage, fiscal }) => {
      const rows = ROUTE_TABLE.filter(
        (row) => row.leads.includes(lead) && row.stages.includes(stage) && row.fiscal.includes(fiscal),
      );
      expect(rows).toHaveLength(1);
    },
  );

  it('cites the very item of Article 6 in every row, and asks for a plan in every row', () => {
    for (const { route } of ROUTE_TABLE) {
      expect(route.clauseId).toBe(`art6-${route.clause.slice(2)}`);
      expect(clause(route.clauseId).text).not.toBe('');
      expect(route.attachments[0]).toMatch(/方案$/);
      expect(route.steps.length).toBeGreaterThan(1);
    }
  });
});
