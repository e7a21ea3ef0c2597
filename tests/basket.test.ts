import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../src/documents/read-document.ts';
import { readLexiconFile } from '../src/io/lexicon-file.ts';
import { loadRegistry } from '../src/io/registry.ts';
import { asked } from '../src/similarity/comparison.ts';
import { needOfText } from '../src/similarity/need-of-text.ts';
import { registryNeeds } from '../src/similarity/registry-needs.ts';
import { openLibrary, type RemoteLibrary } from '../src/similarity/remote-library.ts';
import type { Need } from '../src/similarity/types.ts';
import { buildSimilar } from '../src/site/build/similar-model.ts';

/** Modules of a plan in the words of people who have not read what is registered, and what of it each repeats. */
const BASKETS: readonly (readonly (readonly [name: string, note: string, there: string])[])[] = [
  [
    ['老人安防', '给独自居住的高龄长者家里装传感器和一键呼救，半天没动静就通知社工', '独居老人'],
    ['车位引导', '路口屏幕和小程序上显示附近停车场还剩多少个空位', '停车诱导'],
    ['随手拍', '居民把楼道堆物、路灯不亮拍照上传，派给物业和城管去办，办完回访', '事件上报'],
    ['业主投票', '小区业委会选举、维修资金使用在线表决，物业费公示', '业主表决'],
    ['志愿积分', '志愿者陪老人看病买菜记时长，攒下来以后换服务', '时间银行'],
    ['店铺烟感', '沿街小餐馆装无线烟感和可燃气报警，报警推给网格员', '门店消防'],
    ['探头补点', '背街小巷没有摄像头的地方补装高清探头，接入公安', '视频'],
    ['党员之家', '党员线上学习、三会一课签到、组织活动报名', '党建学习'],
  ],
  [
    ['空巢老人守护', '安装生命体征监测垫、门窗磁感应，异常自动呼叫家属', '独居老人'],
    ['泊位共享', '机关单位车位夜间错峰开放给周边居民，手机预约', '错时共享停车'],
    ['网格走访', '网格员走访入户登记，采集人房信息，上报事件', '网格化治理'],
    ['无障碍地图', '为轮椅使用者标出坡道、电梯和无障碍厕所', '无障碍'],
    ['积水预警', '下穿隧道、低洼路段装液位计，水深超限发预警、联动泵站', '防汛积水'],
    ['矛盾调解', '群众来访登记、纠纷分流到各调解组织、结果反馈', '矛盾纠纷'],
    ['食堂后厨直播', '老年食堂后厨视频公开给家属看，食材来源公示', '明厨亮灶'],
    ['办事大厅', '一窗受理、网上提交材料、短信告知办理结果', '一网通办'],
  ],
  [
    ['工地扬尘', '建筑工地PM10和噪声在线监测，超标报警', '扬尘噪声'],
    ['企业诉求', '企业在线提诉求、查政策、申报补贴', '企业一站式'],
    ['数据汇聚', '各部门数据目录、交换接口、人口法人库', '数据共享交换'],
    ['视频平台', '社区、道路摄像头统一接入，录像调阅、按权限共享', '视频'],
    ['门店消防', '九小场所电气火灾监测和烟雾报警', '门店消防'],
    ['停车收费', '园区停车场车牌识别、无感支付、月租管理', '智慧停车'],
    ['孤寡老人关怀', '电话每日问候、紧急按钮、上门巡访记录', '独居老人'],
    ['居民议事', '小区里要表决的事在手机上投票，业委会换届公示', '业主表决'],
  ],
];
type Basket = (typeof BASKETS)[number];
const TITLE = '某街道智慧社区综合服务平台';
const lines = (basket: Basket, write: (name: string, note: string, at: number) => string): string[] =>
  basket.map(([name, note], at) => write(name, note, at + 1));

async function fromWord(basket: Basket): Promise<Need | undefined> {
  const row = (cells: readonly string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  const rows = [
    ['序号', '模块名称', '建设内容'],
    ...basket.map(([name, note], at) => [`${at + 1}`, name, note]),
  ];
  const children = [
    new Paragraph(`${TITLE}建设方案`),
    new Table({ rows: rows.map(row) }),
    new Paragraph('总投资486万元'),
  ];
  const read = await readDocument(await Packer.toBuffer(new Document({ sections: [{ children }] })));
  return 'text' in read ? needOfText(read.text) : undefined;
}

const WAYS: Readonly<Record<string, (basket: Basket) => Need | undefined | Promise<Need | undefined>>> = {
  'stated functions': (basket) => ({
    id: '-',
    name: TITLE,
    functions: basket.map(([name, note]) => ({ name, note })),
  }),
  'a numbered list': (basket) =>
    needOfText(`${TITLE}\n${lines(basket, (name, note, at) => `${at}. ${name}：${note}。`).join('\n')}`),
  'one paragraph': (basket) =>
    needOfText(`${TITLE}，总投资486万元。${lines(basket, (name, note) => `${name}，${note}`).join('；')}。`),
  'a table in Word': fromWord,
};

const BY = { concepts: readLexiconFile('registry'), threshold: undefined };

/** As a page opens it. */
function opened(needs: readonly Need[]): Promise<RemoteLibrary> {
  const { stamp, pack, texts } = buildSimilar(BY, needs);
  const all: Record<string, unknown> = { 'index.json': pack };
  for (const [file, text] of texts.entries()) all[`texts/${file}.json`] = text;
  return openLibrary(async (path) => JSON.parse(JSON.stringify(all[path])), stamp);
}

let registered: readonly Need[];
let library: RemoteLibrary;
beforeAll(async () => {
  registered = registryNeeds(await loadRegistry('registry'));
  library = await opened(registered);
});

describe('a plan that packs eight modules into one platform', () => {
  const cases = BASKETS.flatMap((basket, at) =>
    Object.keys(WAYS).map((way) => [at + 1, way, basket] as const),
  );

  it.each(cases)('basket %i as %s: each module is found and must be answered', async (_, way, basket) => {
    const need = await WAYS[way]?.(basket);
    if (!need) throw new Error('no need');
    const { modules, found } = await library.compare(need);
    const must = new Set(asked({ similar: found.map(({ candidate }) => candidate) }).map(({ id }) => id));
    for (const [name, , there] of basket) {
      const row = modules.rows.find((one) => one.name === name);
      const [first] = row?.matches.filter((match) => match.name.includes(there)) ?? [];
      expect([name, first?.name ?? row?.matches.map((match) => match.name)]).toEqual([
        name,
        expect.stringContaining(there),
      ]);
      expect(row?.matches.some(({ id }) => must.has(id))).toBe(true);
    }
    expect(modules).toMatchObject({ existing: 8, rows: { length: 8 } });
  });

  it('and also where one sentence lists them', async () => {
    const need = needOfText(
      '拟建设社区综合管理平台，主要包括独居老人看护、停车诱导、事件上报处置、物业表决、志愿服务积分、沿街门店烟感、视频补点、党员学习等8个子系统。',
    );
    const { modules } = await library.compare(need ?? { id: '-', name: '' });
    expect(modules).toMatchObject({ existing: 8, rows: { length: 8 } });
  });
});

describe('a platform of eight modules that is registered already', () => {
  it.each(BASKETS.map((basket, at) => [at + 1, basket] as const))(
    'platform %i: whoever later plans one of its modules has to answer for it',
    async (_, basket) => {
      const platform: Need = {
        id: 'jiedao/pingtai',
        name: TITLE,
        unit: '某街道办事处',
        functions: basket.map(([name, note]) => ({ name, note })),
      };
      const { compare } = await opened([...registered, platform]);
      for (const [, , there] of basket) {
        const single = registered.find((one) => one.name.includes(there) && !one.elsewhere);
        if (!single) throw new Error(there);
        const { name: title, description, functions } = single;
        const { found } = await compare({ id: '-', name: title, description, functions });
        const hit = found.find(({ candidate }) => candidate.id === platform.id)?.candidate;
        expect([there, hit?.mustAnswer]).toEqual([there, true]);
      }
    },
  );
});
