import type { Article } from './types.ts';

/** 第三章、第四章: building, money, evaluation, and the closing articles. */
export const ARTICLES_7_TO_12 = [
  {
    id: 'art7',
    chapter: 'ch3',
    label: '第七条',
    heading: '',
    text: '本管理办法第六条第1、3项所涉及的项目和本管理办法第六条第4项中未使用财政资金项目，由相关单位及街道办事处负责主动对接区领导小组办公室，按照以下要求做好“数智化”项目的融合对接：',
    items: [
      {
        id: 'art7-1',
        number: 1,
        text: '在确保系统网络安全的前提下，与“数智金水”总平台对接融合，实现总平台可指挥、可调度。',
      },
      {
        id: 'art7-2',
        number: 2,
        text: '按“数智金水”总平台建设运营要求，规范数据标准，实现必要数据归集入库。',
      },
    ],
  },
  {
    id: 'art8',
    chapter: 'ch3',
    label: '第八条',
    heading: '',
    text: '本管理办法第六条第2项和第4项涉及使用财政资金的项目，按照以下程序进行项目建设管理：',
    items: [
      { id: 'art8-1', number: 1, text: '在统筹考虑建设运营的基础上，完善项目实施方案；' },
      {
        id: 'art8-2',
        number: 2,
        text: '项目建设主导单位切实负责，严格按照项目实施方案进行建设，确保项目建设规范管理；',
      },
      {
        id: 'art8-3',
        number: 3,
        text: '项目建设主导单位认真梳理部门职责、业务事项，指导、协调项目承接方推进建设，确保按时、保质保量完成项目建设；',
      },
      {
        id: 'art8-4',
        number: 4,
        text: '项目承接方在区领导小组办公室、相关行业主管部门和项目业主单位的指导下，主动配合相关单位，做好技术配套等工作；',
      },
      {
        id: 'art8-5',
        number: 5,
        text: '项目建设主导单位全程跟进项目进度，做好建设过程中的对接、沟通、协调等工作；',
      },
      {
        id: 'art8-6',
        number: 6,
        text: '项目建成后，由项目建设主导单位报区领导小组办公室，组织专家进行验收；',
      },
      { id: 'art8-7', number: 7, text: '其他“数智化”建设项目可参照区领导小组要求建设管理。' },
    ],
  },
  {
    id: 'art9',
    chapter: 'ch3',
    label: '第九条',
    heading: '',
    text: '本管理办法第六条第2、4项所涉及使用财政资金的项目，经区领导小组办公室审核通过后，方可按程序立项并申请财政资金。',
    items: [],
  },
  {
    id: 'art10',
    chapter: 'ch3',
    label: '第十条',
    heading: '',
    text: '区领导小组办公室依据本管理办法，按年度对各单位项目建设、管理等情况进行专项评价，并联合财政部门对财政资金使用情况进行评估。',
    items: [],
  },
  {
    id: 'art11',
    chapter: 'ch4',
    label: '第十一条',
    heading: '',
    text: '全部或部分使用财政资金投资的“数智化”建设项目，在建设及运行过程中产生的相关知识产权、数据资源等，以协议方式进行约定，法律另有规定的从其规定。',
    items: [],
  },
  {
    id: 'art12',
    chapter: 'ch4',
    label: '第十二条',
    heading: '',
    text: '本管理办法自发布之日起施行。',
    items: [],
  },
] as const satisfies readonly Article[];
