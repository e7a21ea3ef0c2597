import { clauseTitle } from '../regulation/index.ts';
import { decideRoute, type Route } from '../regulation/routes.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** 第六条: lead, stage and money decide which form is filled in. */
export const art6FormMatchesRoute = defineRule({
  id: 'art6-form-matches-route',
  title: '表式要与路径一致',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art6'],
  appliesTo: '全部项目',
  why: '第六条按牵头主体、建设阶段和是否使用财政资金决定填哪种表；填错了表，该论证的会漏掉论证。',
  fix: '按提示改表式；认为路径不对的，核对牵头主体、建设阶段和资金来源。',
  needs: ['form', 'lead', 'stage'],
  ok: [
    { says: '街道新建，填申请表', base: '6.2财政', edit: {} },
    { says: '社会组织新建、不用财政资金，资料报送', base: '6.4非财政', edit: {} },
  ],
  bad: [
    { says: '新建项目填了备案表', base: '6.2财政', edit: { 表式: '备案表' } },
    { says: '社会组织新建用财政资金，却只报送资料', base: '6.4财政', edit: { 表式: '资料报送' } },
  ],
  *check({ form, lead, stage }, { route, fiscal }) {
    if (!route || route.form === form) return;
    // While the question of money is open, the form that either answer leads to may be right.
    if (fiscal === undefined && decideRoute({ lead: lead.type, stage, fiscal: true }).form === form) return;
    const money = fiscal ? '使用财政资金' : '不使用财政资金';
    yield {
      path: [labelOf('form')],
      message: `${labelOf('form')}：${lead.type}牵头、${stage}、${money}的项目按${clauseTitle(route.clauseId)}办理，${howToFile(route)}，不是「${form}」`,
      fix: `改成「${labelOf('form')}: ${route.form}」；路径不对的，核对${labelOf('lead')}、${labelOf('stage')}和${labelOf('sources')}。`,
    };
  },
});

/** 资料报送 is no form: the text asks for papers only. */
function howToFile({ form }: Route): string {
  return form === '资料报送' ? '不用填表，报送实施方案和项目建设内容，表式写「资料报送」' : `填「${form}」`;
}
