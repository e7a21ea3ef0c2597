import type { Interpretation } from './types.ts';

/** Who and what is covered, and which money counts. */
export const SCOPE_READINGS = [
  {
    id: 'fiscal-money',
    clauses: ['art2', 'art6-4', 'art9'],
    question: '哪些钱算“财政资金”',
    quote: '全部或部分使用财政资金',
    reading:
      '区、市、省、国家各级的财政投入和补助、专项债、购买服务费，以及建成以后要由预算支付的运营费，有一项就算使用财政资金。申报时要回答“以后是否需要财政付费”，空着不算“否”。单位自筹和其他来源，说明里要写明是不是财政资金，写不明的由办公室判断。',
    reason: '条文说“全部或部分”，没有规定最低比例。先免费建设、以后由财政付费，是最容易漏掉的情形。',
    status: '待办公室确认',
  },
  {
    id: 'beyond-article-2',
    clauses: ['art6-1', 'art2', 'art6-4'],
    question: '第二条没有提到的两种情形是否适用：单位主导但不用财政资金，社会组织或个人牵头但用财政资金',
    quote: '无论是否使用财政资金，均需填写',
    reading: '两种情形都适用，分别按第六条第1、2项和第4项办理。',
    reason: '第六条逐项写明了这两种情形，比第二条更具体。',
    status: '待办公室确认',
  },
  {
    id: 'park-committees',
    clauses: ['art6-1', 'art6-2'],
    question: '园区管委会主导的项目按哪一项办理',
    quote: '由区直各单位、各街道办事处主导',
    reading: '与区直单位、街道办事处同样办理。',
    reason: '第六条没有写园区管委会，但印发通知的主送单位第一个就是各园区管委会，要求其贯彻执行。',
    status: '待办公室确认',
  },
  {
    id: 'joint-lead',
    clauses: ['art6-1', 'art6-4', 'art2'],
    question: '单位与企业共同建设的项目，谁是主导或牵头方',
    quote: '主导的“数智化”建设项目',
    reading:
      '由谁作决定，谁就是牵头主体，只写一个，其他的写在参与单位。只要有一部分财政资金，就按使用财政资金办理。',
    reason: '条文只分“主导”和“牵头实施”，没有写共建；第二条把“部分使用财政资金”也包括在内。',
    status: '待办公室确认',
  },
  {
    id: 'companies-are-social',
    clauses: ['art6-3', 'art2', 'art6-4'],
    question: '企业、学校、医院牵头的项目，牵头主体写哪一类',
    quote: '由社会组织或个人牵头实施',
    reading:
      '企业（含区属国有企业）、民办学校、民办医院和其他民办机构，写社会组织。公办学校、公立医院等事业单位的项目，由主管的区直单位牵头，学校、医院写在参与单位。',
    reason:
      '第六条只分单位、社会组织和个人，企业和民办机构不是单位；事业单位由区直单位主管，用的多是财政资金。',
    status: '待办公室确认',
  },
  {
    id: 'maintenance-and-hardware',
    clauses: ['art3'],
    question: '日常运维和单纯的硬件采购要不要登记',
    quote: '相关软硬件安装、设计研发等业务内容',
    reading: '属于第三条所列内容的登记；不属于的，由办公室答复“不属于登记范围”并写明理由。',
    reason: '第三条以新技术和业务内容划定范围，没有单独提到运维和零星采购。',
    status: '待办公室确认',
  },
  {
    id: 'later-phases',
    clauses: ['art1', 'art6-2'],
    question: '二期、升级改造、逐年续办的和停用以后重做的，要不要重新申报',
    quote: '可持续、可迭代、可升级',
    reading:
      '另行登记，取得新的登记号，并写明前期项目；逐年续办的，名称写明年度。小幅升级是否可以简化，由办公室决定。',
    reason: '条文鼓励迭代升级，但没有规定二期的手续，也没有规定多大的改动算新建。',
    status: '待办公室确认',
  },
  {
    id: 'office-name',
    clauses: ['art4'],
    question: '文件名为“数智金水”，第四条写的是“数字金水”，以哪个为准',
    quote: '区“数字金水”建设工作领导小组办公室',
    reading: '项目和办法称“数智金水”，领导小组办公室的名称照第四条写作“数字金水”，不作改动。',
    reason: '两处都照原文抄录，是否笔误由办公室说明。',
    status: '待办公室确认',
  },
  {
    id: 'commencement',
    clauses: ['art12'],
    question: '从哪一天起施行，试行到哪一天为止',
    quote: '自发布之日起施行',
    reading: '以印发日期2021年4月29日为施行日期。没有写试行期限，视为仍然有效；每份登记都记下所依据的文号。',
    reason: '正文没有另写发布日期。以后修订时，旧登记仍按当时的文号对照。',
    status: '待办公室确认',
  },
] as const satisfies readonly Interpretation[];
