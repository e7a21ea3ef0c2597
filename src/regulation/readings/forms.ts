import type { Interpretation } from './types.ts';

/** What goes into the cells of the two annexes. */
export const FORM_READINGS = [
  {
    id: 'expected-completion',
    clauses: ['annex2', 'art6-1', 'art6-3'],
    question: '正在建设的项目，“已建成日期”一栏怎么填',
    quote: '已建成日期',
    reading: '填写预计建成日期，打印在这一栏里，写作“在建，预计2026年12月”。建成以后再改填实际日期。',
    reason: '已建成和正在建设的项目用同一张备案表；把将来的日期写成已建成日期，与事实不符。',
    by: ['栏目 预计建成日期', '规则 art6-expected-day-passed'],
    status: '待办公室确认',
  },
  {
    id: 'parts-of-total',
    clauses: ['annex1', 'annex2'],
    question: '申请补助资金和社会资金，是在总投资之内还是之外',
    quote: '资金预算 (总投资)',
    reading: '都在总投资之内。补助按国家、省、市分开填写，区级财政资金另列一行。',
    reason: '表上写明资金预算就是总投资。分开填写，年度评价和资金评估才能核对。',
    by: ['规则 annex-parts-within-total', '规则 art2-fiscal-agrees'],
    status: '待办公室确认',
  },
  {
    id: 'money-unit',
    clauses: ['annex1', 'annex2'],
    question: '“万元、%”怎么用',
    quote: '单位：万元、%',
    reading:
      '金额一律以万元为单位，最多六位小数，显示两位。比例由系统按金额算出，不用填写；预期效果里的百分数作为文字。',
    reason: '表头写了百分号，但表内没有要填百分数的栏目。',
    by: ['栏目 资金预算', '规则 annex-amount-plausible'],
    status: '待办公室确认',
  },
  {
    id: 'several-categories',
    clauses: ['annex1', 'annex2'],
    question: '项目类别能不能多选',
    quote: '项目类别',
    reading: '可以多选，第一个为主要类别，统计时以它为准。选“其他类”的要写明是什么。',
    reason: '表上是方框，没有写单选；统计需要一个主要类别。',
    by: ['栏目 项目类别', '规则 annex-category-note'],
    status: '待办公室确认',
  },
  {
    id: 'plan-with-filing-form',
    clauses: ['annex2', 'art6-1', 'art6-3'],
    question: '备案的项目要不要附方案',
    quote: '并附项目建设方案',
    reading: '要附。可以密封提交，也可以送纸质件，登记里只写名称、日期和编号。',
    reason: '第六条第1、3项没有提到方案，但备案表的项目建设内容一栏要求附上。',
    by: ['规则 annex2-plan-attached'],
    status: '待办公室确认',
  },
  {
    id: 'signatures',
    clauses: ['annex1', 'annex2'],
    question: '签字和盖章怎样在登记里体现',
    quote: '单位负责人(签字):',
    reading:
      '签字盖章仍在纸质件上。登记里写意见的日期和纸质编号，由办公室核对原件。没有主管单位的，主管单位写“无”或不写。',
    reason: '申报人自己勾选不等于单位盖章，电子登记不能代替印章。',
    by: ['栏目 意见', '由人来办'],
    status: '待办公室确认',
  },
  {
    id: 'form-for-social-fiscal',
    clauses: ['art6-4', 'art6-2', 'annex1'],
    question: '社会组织或个人牵头、使用财政资金的新建项目填哪张表，由谁申报',
    quote: '涉及使用财政资金的，需经区领导小组办公室审核、专家委员会论证通过后方可实施',
    reading:
      '参照第六条第2项填写申请表，附实施方案，由牵头主体申报。社会组织和个人不另设文件夹，文件放在行业主管部门或属地街道办事处的文件夹，由它代为提交；可以不写协调单位。',
    reason:
      '审核和论证的要求与第2项相同，而申请表是唯一列有资金来源并用于新建的表。协调单位只写在未使用财政资金的后半句里；文件夹要有名录里的单位负责。',
    by: ['路径 6.4 申请表', '规则 art6-folder-registered'],
    status: '待办公室确认',
  },
  {
    id: 'who-files-for-social',
    clauses: ['art6-3', 'art6-4'],
    question: '需要单位协调的项目，由谁提交',
    quote: '负责协调其填写',
    reading: '由行业主管部门或属地街道办事处提交，牵头主体写社会组织；牵头人是个人的，姓名不公开。',
    reason: '条文把协调的责任交给主管部门和街道，填写的仍是牵头主体的情况。',
    by: ['规则 art6-3-coordinator', '规则 art6-person-not-named'],
    status: '待办公室确认',
  },
] as const satisfies readonly Interpretation[];
