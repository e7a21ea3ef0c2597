/** The closed word lists of the regulation and its annexes. Written once; everything else derives from here. */

/** The three ways in: annex 2, annex 1, and the plan-and-content delivery of 第六条第4项. */
export const FORMS = ['备案表', '申请表', '资料报送'] as const;
export type Form = (typeof FORMS)[number];

/** Full title of each form as it is printed. */
export const FORM_TITLES = {
  备案表: '金水区“数智化”建设项目备案表',
  申请表: '金水区“数智化”建设项目申请表',
  资料报送: '金水区“数智化”建设项目资料报送（实施方案和建设内容）',
} as const satisfies Record<Form, string>;

/** Who leads a project. The first three are 6.1/6.2, the last two 6.3/6.4. */
export const LEADS = ['区直单位', '街道办事处', '园区管委会', '社会组织', '个人'] as const;
export type Lead = (typeof LEADS)[number];

/** Reading `companies-are-social`: the words that people use for a lead instead, and what is written for them. */
export const LEAD_WORDS = {
  pattern: /企业|公司|集团|工厂|商户|民办|民营|私立|协会|商会|学会|基金会|社团|民非|合作社/,
  option: '社会组织',
  note: '企业、民办学校和民办医院等民办机构写「社会组织」；公办学校、公立医院由主管的区直单位牵头',
} as const satisfies { readonly pattern: RegExp; readonly option: Lead; readonly note: string };

/** Kinds of unit that stand in the 单位名录. */
export const UNIT_TYPES = ['区直单位', '街道办事处', '园区管委会'] as const satisfies readonly Lead[];
export type UnitType = (typeof UNIT_TYPES)[number];

export const STAGES = ['已建成', '正在建设', '新建'] as const;
export type Stage = (typeof STAGES)[number];

/** The five boxes of 项目类别 in both annexes. */
export const CATEGORIES = ['政务服务类', '公共服务类', '便民服务类', '社会治理类', '其他类'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Sources of money. */
export const SOURCES = [
  '区级财政',
  '市级补助',
  '省级补助',
  '国家补助',
  '专项债',
  '社会资金',
  '自筹',
  '其他',
] as const;
export type Source = (typeof SOURCES)[number];

/** Sources that are public money: any share of them makes a project 「涉及使用财政资金」 (reading of 第二条). */
export const FISCAL_SOURCES: readonly Source[] = ['区级财政', '市级补助', '省级补助', '国家补助', '专项债'];

/** 第三条, new technologies named there; the list is open (「等新技术」). */
export const TECHNOLOGIES = ['大数据', '云计算', '人工智能', '互联网', '物联网', '5G通讯'] as const;

/** 第三条, business contents; 「包括（但不限于）」, hence 其他. */
export const CONTENT_TYPES = [
  '信息采集',
  '数据加工',
  '数据储存',
  '数据共享',
  '数据分析',
  '信息传输',
  '业务处理',
  '办公自动化',
  '相关软硬件安装',
  '设计研发',
  '其他',
] as const;

/** State of the 第七条第1项 link to the 「数智金水」总平台. */
export const PLATFORM_STATES = ['未对接', '计划对接', '正在对接', '已对接'] as const;

/** GB/T 22240 grades; 未定级 says honestly that it has not been done. */
export const PROTECTION_LEVELS = ['未定级', '第一级', '第二级', '第三级', '第四级', '第五级'] as const;

/** The four possible answers to a similar project that was found. */
export const ANSWERS = ['复用', '升级', '合并共建', '差异说明'] as const;

/** How an attachment reached the office: never in the clear. */
export const DELIVERIES = ['密封附件', '纸质'] as const;

/** Levels of a reference project. 外地 is for comparison only and never blocks. */
export const REFERENCE_LEVELS = ['国家', '省', '市', '区', '外地'] as const;
export type ReferenceLevel = (typeof REFERENCE_LEVELS)[number];
