/** The business lines of a district government by which the lexicon is ordered, with the address of each page. */
export const FIELD_PAGES = {
  政务服务: 'government-service',
  城市管理: 'city-management',
  公安与视频: 'police-video',
  应急: 'emergency',
  消防: 'fire',
  生态环保: 'environment',
  水利防汛: 'water',
  交通停车: 'transport',
  住建房管: 'housing',
  自然资源规划: 'land-planning',
  教育: 'education',
  卫健: 'health',
  民政养老: 'civil-affairs',
  人社: 'labour',
  医保: 'medical-insurance',
  市场监管: 'market-supervision',
  商务: 'commerce',
  发改工信: 'economy',
  信访与诉求: 'appeals',
  网格治理: 'grid',
  社区: 'community',
  党建组织: 'party',
  宣传融媒: 'media',
  统战民族: 'united-front',
  政法司法: 'justice',
  纪检: 'discipline',
  人大政协群团: 'congress-and-bodies',
  财政审计采购: 'finance',
  统计: 'statistics',
  税务: 'tax',
  文旅体育: 'culture-sport',
  园林环卫: 'parks-sanitation',
  农业农村: 'agriculture',
  数据与平台底座: 'data-platform',
  办公协同: 'office',
  网络与云: 'network-cloud',
  网络安全: 'cyber-security',
  运维服务: 'maintenance',
  通信与广播: 'communication',
  会议与显示: 'display',
  项目服务: 'project-services',
  通用功能: 'functions',
} as const satisfies Readonly<Record<string, string>>;

export type ConceptField = keyof typeof FIELD_PAGES;

export const CONCEPT_FIELDS = Object.keys(FIELD_PAGES) as [ConceptField, ...ConceptField[]];

/** What kind of thing a concept is. 平台 stands for software of any size, down to a single function. */
export const CONCEPT_NATURES = [
  '平台',
  '传感网',
  '热线',
  '数据资源',
  '硬件',
  '运维',
  '服务',
  '安全',
  '基础设施',
  '终端',
] as const;

export type ConceptNature = (typeof CONCEPT_NATURES)[number];

/** Weights of links that carry none of their own; two forms of one concept weigh 1. Here, not beside the reader of the
 * lexicon: the page of the search needs them, and has no use for the checks. */
export const DEFAULT_WEIGHTS = { broader: 0.7, related: 0.4 } as const;
