import type { Interpretation } from './types.ts';

/** What the office writes down, and what follows from it. */
export const RECORD_READINGS = [
  {
    id: 'received-content',
    clauses: ['art6-2', 'art6-1', 'art6-4', 'art8-1'],
    question: '受理以后申报单位又改了申报内容，按哪一份办',
    quote: '经区领导小组办公室审核、专家委员会论证后，方可实施',
    reading:
      '按受理时的内容办，它写在办理记录的「受理内容」里。申报单位以后的改动只是提出变更，办公室记一件「变更」才生效；在那以前，审核、论证、立项和对接的责任都不变。',
    reason: '审核和论证的是当时的方案；改两行就能换一条路径，审核就没有意义。',
    by: ['规则 art6-as-received', '规则 change-after-receipt', '记录 变更'],
    status: '待办公室确认',
  },
  {
    id: 'refused-change',
    clauses: ['art8-2', 'art6-2'],
    question: '批准以后的变更重新审核没有通过，原来的批准还算不算',
    quote: '严格按照项目实施方案进行建设',
    reading:
      '算。变更没有通过，或者申报单位撤回变更的，照原来批准的方案继续办；原来的批准只有「撤销批准」才失效。',
    reason: '没有通过的是改动，不是原来论证过的方案。',
    by: ['办理次序', '记录 撤销批准'],
    status: '待办公室确认',
  },
  {
    id: 'refused-and-withdrawn',
    clauses: ['art6', 'art3'],
    question: '不予受理、撤回、暂缓和不属于登记范围，条文没有写，怎么办',
    quote: '按照以下要求进行申报(备案)',
    reading:
      '都可以记，写明原因。不予受理和撤回以后可以重报，重新受理；不属于登记范围的不用登记；暂缓的，恢复以后回到暂缓以前的那一步。这几种都不计入登记的项目数和投资。',
    reason: '有申报就有收不收、办不办的答复；记下来，项目才不会悬着，也查得到原因。',
    by: ['记录 不予受理', '记录 撤回', '记录 重报', '记录 暂缓', '办理次序'],
    status: '待办公室确认',
  },
  {
    id: 'coordinators-turn',
    clauses: ['art6-3', 'art6-4', 'art7'],
    question: '社会组织或个人的项目，下一步由谁办',
    quote: '由相关行业主管部门、属地街道办事处负责协调其填写',
    reading:
      '须协调的项目，补正、对接、归集都算协调单位的事，由它督促牵头主体办。没有写协调单位的财政资金项目，由牵头主体自己办。',
    reason: '条文把责任交给主管部门和街道，办公室找的是单位，不是企业。',
    by: ['栏目 协调单位', '办理次序'],
    status: '待办公室确认',
  },
  {
    id: 'article-7-and-item-2',
    clauses: ['art7', 'art6-2'],
    question: '单位主导的新建项目（第六条第2项）要不要按第七条对接',
    quote: '本管理办法第六条第1、3项所涉及的项目和本管理办法第六条第4项中未使用财政资金项目',
    reading: '条文没有列第2项，不催办；建成以后对接、归集的，照样可以记。',
    reason: '第七条写明了适用的各项。第2项的项目在审核、论证和验收时可以要求对接。',
    by: ['设置 单位新建项目对接', '办理次序'],
    status: '待办公室确认',
  },
  {
    id: 'true-days',
    clauses: ['art6-2', 'art9'],
    question: '事后才知道的事，日期写哪一天',
    quote: '经区领导小组办公室审核、专家委员会论证后，方可实施',
    reading:
      '「日期」写事情办成的那天，「记于」写补记的那天。先后按办成的日期算，所以补记的开工照样看得出是不是早于批准。',
    reason: '写补记的日期，未经批准先开工的就看不出来了。',
    by: ['规则 record-dates-in-order', '规则 art6-begun-before-approval', '办理次序'],
    status: '待办公室确认',
  },
  {
    id: 'corrections',
    clauses: ['art6', 'art10'],
    question: '办公室记错了怎么改',
    quote: '按照以下要求进行申报(备案)',
    reading:
      '写过的不改、不删，另记一件「更正」，写明第几件、哪一栏、原来写什么、改成什么、为什么；整件不该记的写「作废」。两件都看得到，状态、金额和评价按改正后的算。',
    reason: '办理记录是日后评价和核对资金的依据，要看得出改过什么。',
    by: ['记录 更正', '规则 record-correction-fits', '规则 change-records-appended'],
    status: '待办公室确认',
  },
  {
    id: 'hand-over',
    clauses: ['art6-1', 'art6-3'],
    question: '机构改革以后，项目由哪个单位负责',
    quote: '由区直各单位、各街道办事处主导',
    reading:
      '由接手的单位负责：办公室把项目文件和办理记录一起移到它的文件夹，记一件「移交」。登记号、批准、立项和评价都跟着走，不重新申报。',
    reason: '换的是负责单位，不是项目；重新申报会变成重复登记。',
    by: ['记录 移交', '规则 change-entry-removed'],
    status: '待办公室确认',
  },
  {
    id: 'private-not-evaluated',
    clauses: ['art10'],
    question: '社会组织和个人的项目要不要年度评价',
    quote: '对各单位项目建设、管理等情况进行专项评价',
    reading: '使用财政资金的要；没有使用财政资金的不要，办公室愿意评价的照样可以记。',
    reason: '第十条说的是各单位的项目，和财政资金的使用情况。',
    by: ['设置 年度评价范围', '规则 art10-evaluated-yearly', '办理次序'],
    status: '待办公室确认',
  },
  {
    id: 'full-years-only',
    clauses: ['art10'],
    question: '年度评价从哪一年算起，到哪一年为止',
    quote: '按年度',
    reading:
      '从受理（须审批的从批准）的次年算起，1月1日当天的从当年算起；一年过完才评价。停用、并入的，评价到停用的前一年，欠的照样要补。',
    reason: '不满一年的情况难以比较；停用不能免去已经过去的年度。',
    by: ['规则 art10-evaluated-yearly', '规则 record-figures-agree', '办理次序'],
    status: '待办公室确认',
  },
] as const satisfies readonly Interpretation[];
