import type { Interpretation } from './types.ts';

/** Which steps a project goes through, and what each one means. */
export const PROCEDURE_READINGS = [
  {
    id: 'under-construction',
    clauses: ['art6-1', 'art6-2'],
    question: '“正在建设”与“新建”怎样区分',
    quote: '含已建成项目和正在建设项目',
    reading: '填报日以前已经签订合同或者开工的，是正在建设；其余是新建。',
    reason: '条文没有给出界线。合同和开工有日期可查，便于核对。',
    status: '待办公室确认',
  },
  {
    id: 'begun-without-approval',
    clauses: ['art6-2', 'art9', 'art12'],
    question: '办法施行以后，使用财政资金的项目没有经过论证就开工了，怎么办',
    quote: '经区领导小组办公室审核、专家委员会论证后，方可实施',
    reading: '仍要备案，同时标明“未批先建”，由办公室处理。',
    reason: '不登记就看不到；只按备案处理，先开工就能绕过论证。',
    status: '待办公室确认',
  },
  {
    id: 'unit-led-without-fiscal',
    clauses: ['art6-2', 'art9'],
    question: '单位主导的新建项目不用财政资金，还要不要审核和论证',
    quote: '填写《金水区“数智化”建设项目申请表》(含经费、预算、来源等)',
    reading: '申请表、实施方案、审核、论证都要；第九条立项和申请资金的规定不适用。',
    reason: '第六条第2项没有按资金划分，第九条只写使用财政资金的项目。',
    status: '待办公室确认',
  },
  {
    id: 'article-8-reach',
    clauses: ['art8', 'art9', 'art8-7'],
    question: '第八条“涉及使用财政资金”是只限第4项，还是也限第2项',
    quote: '第六条第2项和第4项涉及使用财政资金的项目',
    reading:
      '使用财政资金的项目必须照办；单位主导、不用财政资金的新建项目，原则上也要验收，办公室可以书面同意免去。',
    reason: '第九条有同样的说法，明显限于财政资金；第八条第7项又允许其他项目参照。',
    status: '待办公室确认',
  },
  {
    id: 'social-without-fiscal',
    clauses: ['art6-4', 'art4', 'art7'],
    question: '社会组织或个人牵头、不用财政资金的新建项目没有指定表格，怎么报',
    quote: '提供项目实施方案和项目建设内容，确保数据互通、平台互联',
    reading: '报送实施方案和项目建设内容，办公室收到后登记，不作审批，之后按第七条对接。愿意论证的可以申请。',
    reason: '条文只要求提供资料，没有给办公室不予同意的权力；第四条写的是“可参照”。',
    status: '待办公室确认',
  },
  {
    id: 'merge-is-receipt',
    clauses: ['art9', 'art6-1', 'art6-3'],
    question: '登记入库代表什么',
    quote: '经区领导小组办公室审核通过后，方可按程序立项并申请财政资金',
    reading:
      '代表办公室已经受理。第六条第1、3项的项目，备案就此完成；申请的项目还要审核和论证。入库不等于立项，也不等于验收。',
    reason: '立项在审核通过以后另按程序办理，验收在建成以后由专家进行，都不是登记能代替的。',
    status: '待办公室确认',
  },
  {
    id: 'who-organises-acceptance',
    clauses: ['art8-6'],
    question: '验收由谁组织',
    quote: '由项目建设主导单位报区领导小组办公室，组织专家进行验收',
    reading: '主导单位提出验收，办公室组织专家。',
    reason: '这句话后半段没有主语；先“报办公室”，再“组织专家”，理解为由办公室组织。',
    status: '待办公室确认',
  },
  {
    id: 'no-numbers-in-text',
    clauses: ['art4', 'art6-2', 'art10'],
    question: '有没有办理时限、金额起点和专家人数的规定',
    quote: '采取专家论证、评审等方式',
    reading: '没有。办公室可以自行设置，默认留空；只显示已等候的天数，不标“超期”。',
    reason: '条文没有写任何数字，登记库不替办公室作规定。',
    status: '待办公室确认',
  },
] as const satisfies readonly Interpretation[];
