/** What is done about a thing. Doing one is not doing another, however alike the words. */
export type Act = '建设' | '运维' | '监理' | '设计' | '测评' | '租赁' | '工程施工';

/** 「某路（甲路—乙路）」: works along one stretch of road are not works along another. */
const STRETCH = /[（(][^（()）]{1,16}[路道街线桥][^（()）]{0,4}[-—–~～至][^（()）]{1,16}[）)]/;
/** Putting up and replacing things that compute nothing: lamps, manhole covers, roads. 智能 or 系统 in the name says otherwise. */
const WORKS =
  /^(?!.*(?:智能|智慧|数字|信息|系统|平台|监控|监测|联网|物联)).*(?:(?:路灯|灯具|照明|井盖|管网|道路|线路|桥梁|房屋).{0,8}(?:更换|改造|安装|整治|施工|新建)|工程施工$)/;

const ACTS: readonly { readonly act: Act; readonly pattern: RegExp }[] = [
  { act: '监理', pattern: /监理|全过程(?:项目管理|咨询)/ },
  {
    act: '测评',
    pattern:
      /等保测评|等级保护测评|等级测评|密码应用(?:安全性)?评估|密评|测评服务|测试评估|验收测试|第三方测试|软件测试|风险评估服务/,
  },
  {
    act: '设计',
    pattern:
      /可行性研究|可研|初步设计|(?:设计|勘察)(?:服务)?(?:项目|招标|采购)?$|规划编制|方案编制|咨询服务|造价咨询/,
  },
  {
    act: '运维',
    pattern:
      /运维|运行维护|运营维护|维护服务|维保服务|维保项目|系统维护|平台维护|设备维护|设施维护|日常维护|维护项目|维护费|维护$|续保|驻场|技术支持服务/,
  },
  { act: '工程施工', pattern: STRETCH },
  { act: '工程施工', pattern: WORKS },
  { act: '租赁', pattern: /租赁|租用|链路服务|专线服务|云资源服务/ },
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
  const told = ACTS.find(({ pattern }) => pattern.test(name.normalize('NFKC').trim()));
  if (told) return told.act;
  const opening = description.normalize('NFKC').slice(0, OPENING);
  return RUNS.test(opening) && !BUILDS.test(opening) ? '运维' : '建设';
}
