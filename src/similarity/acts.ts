/**
 * What is done, and to what kind of thing. A question of duplication arises between two buildings of systems, platforms, data
 * or sensor networks; of everything else each body has its own, however alike the words: its computers, the cables of its
 * house, the care of what runs, the firm that watches over the work.
 */
export type Act =
  | '建设'
  | '运维'
  | '监理'
  | '设计'
  | '测评'
  | '租赁'
  | '工程施工'
  | '设备采购'
  | '配套工程'
  | '网络安全'
  | '宣传运营'
  | '加工服务';

/** 「某路（甲路—乙路）」: works along one stretch of road are not works along another. */
const STRETCH = /[（(][^（()）]{1,16}[路道街线桥][^（()）]{0,4}[-—–~～至][^（()）]{1,16}[）)]/;
/** Putting up and replacing things that compute nothing: lamps, manhole covers, roads. 智能 or 系统 in the name says otherwise. */
const WORKS =
  /^(?!.*(?:智能|智慧|数字|信息|系统|平台|监控|监测|联网|物联)).*(?:(?:路灯|灯具|照明|井盖|管网|道路|线路|桥梁|房屋).{0,8}(?:更换|改造|安装|整治|施工|新建)|工程施工$)/;
/** In a name that says so, things are bought with a system, not for their own sake. */
const SYSTEM =
  /平台|管理系统|信息系统|软件系统|监管系统|系统(?:建设|开发|研发|升级|集成)|软件开发|一体化|APP|小程序|网站|大脑|中台|数据库建设/i;
/** What bodies buy off the shelf. */
const GOODS =
  /服务器|存储|超融合|工作站|计算机|电脑|笔记本|一体机采购|桌面终端|打印机|复印机|扫描仪|交换机|路由器|防火墙|网闸|堡垒机|UPS|不间断电源|硬件设备|硬件采购|硬件扩容|精密空调|办公设备|信创(?:产品|设备|终端)|终端(?:设备)?采购|显示屏|电视机|投影|交互(?:智能)?平板|智能黑板|读[写卡][器机]|叫号机|自助(?:服务|办税|借还|办理|缴费|查询)?(?:终端|设备|一体机|机).{0,4}(?:采购|购置|更新|更换|配[置备])|执法记录仪|摄像头采购|设备(?:的)?(?:采购|购置|更新|更换|配备)|(?:采购|购置).{0,8}设备|设备(?:项目|（[^）]*）)?$/i;
/** What goes with a platform and is none, whatever the platform is called that it is bought for. */
const TOKENS =
  /(?:电子)?(?:签章|签名|密钥)(?:设备)?.{0,4}(?:采购|购置)|UKey|U盾|高拍仪|身份证(?:阅读|识读|读卡)[器机]/i;
const LICENCES =
  /正版(?:化)?软件|软件(?:许可|授权)|(?:操作系统|办公软件|基础软件|杀毒软件|防病毒软件|数据库软件).{0,6}(?:采购|购置|许可|$)|规则库|病毒库/;
/** Bound to one house or site: it cannot serve another. */
const SITE =
  /IPv6|室内(?:分布|覆盖)|无线(?:通信|信号|室内)?(?:室内)?覆盖|通信(?:基础设施|管线|配套|控制)|三网(?:合一|通信)|光纤到户|综合布线|弱电|(?:可视)?对讲|会议(?:系统|室)|(?:数字|智能)?会议.{0,6}(?:采购|改造|建设)|门禁(?:系统)?(?:采购|工程|及|项目|$)|信报箱|变压器|展厅|(?:听证|审讯|询问|讯问|谈话|调解|会客|接待)室.{0,6}(?:信息化|智能化|建设|改造|设备|项目)|(?:业务用房|营房|办公楼|综合楼|大楼|大厦|楼宇|校区|宿舍|教学楼|地块|中心装修|装修工程|病房|航站楼|停车场工程).{0,14}(?:智能化|信息化|监控|安防|门禁|布线|音视频|网络)|智能化(?:工程|设备|项目|系统工程|系统设备)|通信工程|智能?(?:电|水|燃气)表(?:改造|采购|安装|更换)|(?:导览|传送|广播|投影|音响|扩声|灯光|舞台|LED|机电|信号|无线)(?:管理)?(?:系统|设备).{0,6}(?:采购|大修|改造|更新|升级)/;

const ACTS: readonly { readonly act: Act; readonly pattern: RegExp; readonly but?: RegExp }[] = [
  { act: '监理', pattern: /监理|全过程(?:项目)?(?:管理|咨询|服务)|审计服务|造价/ },
  {
    act: '测评',
    pattern:
      /等保测评|等级保护测评|等级测评|密码(?:应用)?(?:安全性)?(?:评估|测评)|密评|测评服务|测试服务|测试评估|验收测试|第三方.{0,4}(?:测试|测评|评价|评估)|软件测(?:试|评)|风险评估服务|(?:绩效|效能|后)评(?:价|估)(?!.{0,4}系统)|质量检测|验收服务|安全评估/,
  },
  {
    act: '设计',
    pattern:
      /可行性研究|可研|初步设计|(?:设计|勘察)(?:技术)?(?:服务)?(?:定点)?(?:项目|招标|采购)?$|设计[）)]?$|规划编制|规划设计|方案编制|(?:咨询|顾问)(?:服务)?|课题/,
  },
  {
    act: '宣传运营',
    pattern:
      /代运营|公众号.{0,8}(?:运营|服务)|(?:官网|视频号|短视频|新媒体).{0,8}(?:运营|服务)|宣传(?:推广|服务|片)|推广服务|大会|大赛|展览(?!中心|馆)|论坛|培训服务|活动策划|影视|拍摄/,
    but: /公众号(?:平台)?建设/,
  },
  {
    act: '运维',
    pattern:
      /运维|运行维护|运营维护|维护(?:技术)?服务|维保|系统维护|平台维护|设备维护|设施维护|日常维护|维护项目|维护费|维护保养|维护(?:[）)]|$)|续保|驻场|技术支持(?:服务)?|运营(?:技术|保障)?服务|运行服务|日常养护|信息系统服务(?:项目)?$|网站.{0,8}(?:监测|普查)|(?:系统|平台|机房)(?:的)?(?:迁移|搬迁)/,
    but: /建设(?:及|和|与|、)?运营|(?:建设|开发|改版).{0,8}(?:运维|维护)|(?:运维|维保).{0,4}(?:智慧)?(?:平台建设|监管)|购买(?:社会化)?服务/,
  },
  { act: '工程施工', pattern: STRETCH, but: /监控|天网|电子警察/ },
  { act: '工程施工', pattern: WORKS },
  {
    act: '租赁',
    pattern:
      /租赁|租用|续费|续租|续订|年费|流量费|链路|专线|云资源|云服务(?:采购|资源)|宽带|短信(?:息)?.{0,6}服务|网络(?:信息)?服务(?:费|项目)?$/,
    but: /租赁住房|住房租赁|保租房|租赁(?:市场)?监管/,
  },
  {
    act: '网络安全',
    pattern:
      /(?<![与和及、])网络安全(?!.{0,8}(?:平台|监测预警|态势))|(?<![与和及、])信息安全(?!.{0,8}平台)|等级保护|等保|防火墙|灾备|数据备份|防护设备|安全(?:加固|服务)/,
  },
  {
    act: '加工服务',
    pattern:
      /数字化(?:加工|整理|保护|扫描|采集)|档案(?:数字化|整理|扫描)|标注|普查|数据(?:治理|加工|采集|处理|分析|传输|保障)(?:技术)?(?:保障)?服务|数据服务|外包|人才服务|数据产品|数据分析$/,
    but: /系统|平台建设|平台项目/,
  },
  { act: '配套工程', pattern: SITE, but: /平台|管理系统|软件|大脑|中台/ },
  { act: '设备采购', pattern: TOKENS },
  { act: '设备采购', pattern: LICENCES, but: SYSTEM },
  { act: '设备采购', pattern: GOODS, but: SYSTEM },
];
/** What a text says that is about running a thing that is there already, where the name leaves it open. */
const RUNS = /(?:运维|运行维护|维护保养|日常维护|维护服务|维修保养|驻场)/;
const BUILDS =
  /建设|新建|搭建|开发|研发|建成|建立|安装|配备|采购|购置|打造|投资|部署|升级|改造|推广|试点|实施|构建|上线|启用/;
/** As far as a text says what it is about. */
const OPENING = 80;

/** How much of a likeness counts between two acts: what is run, supervised, designed or laid is a thing each its own. */
export function actFactor(a: Act, b: Act): number {
  return a === '建设' && b === '建设' ? 1 : 0.25;
}

/** The act that a name tells, or the opening of the text; the building of the thing where neither tells one. */
export function actOf(name: string, description = ''): Act {
  const plain = name.normalize('NFKC').trim();
  const told = ACTS.find(({ pattern, but }) => pattern.test(plain) && !but?.test(plain));
  if (told) return told.act;
  const opening = description.normalize('NFKC').slice(0, OPENING);
  return RUNS.test(opening) && !BUILDS.test(opening) ? '运维' : '建设';
}
