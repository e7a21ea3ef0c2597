/** What is done about a thing. Doing one is not doing another, however alike the words. */
export type Act = '建设' | '运维' | '监理' | '设计' | '测评' | '租赁' | '道路施工';

/** 「某路（甲路—乙路）」: works along one stretch of road are not works along another. */
const STRETCH = /[（(][^（()）]{1,16}[路道街线桥][^（()）]{0,4}[-—–~～至][^（()）]{1,16}[）)]/;

const ACTS: readonly { readonly act: Act; readonly pattern: RegExp }[] = [
  { act: '监理', pattern: /监理/ },
  {
    act: '测评',
    pattern: /等保测评|等级保护测评|密码应用(?:安全性)?评估|密评|测评服务|验收测试|第三方测试|软件测试/,
  },
  { act: '设计', pattern: /可行性研究|可研|初步设计|设计服务|规划编制|方案编制|咨询服务|造价咨询/ },
  { act: '运维', pattern: /运维|运行维护|维护服务|维保|系统维护|维护项目|维护费|续保|驻场/ },
  { act: '道路施工', pattern: STRETCH },
  { act: '租赁', pattern: /租赁|链路服务|专线服务|云资源(?:租用|服务)/ },
];

/** How much of a likeness counts between two acts: what is run, supervised, designed or laid is a thing each its own. */
export function actFactor(a: Act, b: Act): number {
  return a === '建设' && b === '建设' ? 1 : 0.4;
}

/** The act that a name tells; the building of the thing where it tells none. */
export function actOf(name: string): Act {
  const tail = name.normalize('NFKC');
  return ACTS.find(({ pattern }) => pattern.test(tail))?.act ?? '建设';
}
