import {
  choice,
  choices,
  type FieldType,
  leaf,
  optionalPart,
  type Part,
  patterned,
  type RecordOf,
  text,
  textList,
} from '../form/kinds.ts';
import { type ClauseId, clauseTitle } from '../regulation/index.ts';
import { SUPERIOR_NUMBERS } from '../regulation/superior.ts';
import { SEVERITY_LABEL } from '../text/finding.ts';
import { PLATFORMS, repositoryAddress } from './repository.ts';

/** A setting of the office. None of them is law: the regulation names no figure, and a blank one has no effect. */
interface SettingDoc {
  /** What it does, as a sentence that ends before the example. */
  readonly does: string;
  readonly example: string;
  /** What happens while it is blank. */
  readonly blank: string;
  /** The clause that it helps to carry out, if any. */
  readonly clause?: ClauseId;
  /** The release that brought it. */
  readonly since: string;
}

function setting<T>(
  label: string,
  type: FieldType<T>,
  doc: SettingDoc,
): Part<T, true> & SettingDoc & { readonly hint: string } {
  const hint = `${doc.does}，例如 '${doc.example}'。空着时${doc.blank}。`;
  return { ...optionalPart(label, type), ...doc, hint };
}

/** A figure between two bounds. Full-width digits and the unit behind them are read too: １０％ is 10. */
function figure(min: number, max: number, unit: string, isWhole = true): FieldType<number> {
  return leaf({
    kind: 'figure',
    expects: `写 ${min} 到 ${max} 之间的${isWhole ? '整数' : '数'}${unit === '' ? '' : `，单位是${unit}，可以不写`}`,
    json: { type: ['number', 'string'] },
    read: (text) => {
      const digits = folded(text).replace(new RegExp(`${unit}$`), '');
      const value = Number(digits);
      const isSound = /^\d+(?:\.\d+)?$/.test(digits) && value >= min && value <= max;
      return isSound && (!isWhole || Number.isInteger(value)) ? value : undefined;
    },
    suggest: (text) => {
      const value = Number(folded(text).replace(/%$/, '')) / 100;
      return max === 1 && value > 0 && value <= 1 ? String(value) : undefined;
    },
    format: (value) => `${value}${unit}`,
  });
}

function reviewTeam(): FieldType<string> {
  const team = /^@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9][A-Za-z0-9_-]{0,98})?$/;
  return patterned('reviewTeam', team, '写 @组织/团队，或 @账号名', '@jinshui/registry-office');
}

/** Web addresses of sites, each a folder: without name, password, question or anchor. */
function siteAddresses(): FieldType<readonly string[]> {
  return leaf({
    kind: 'siteAddresses',
    expects: '写网站的地址，http 或 https 开头，不带账号和问号后面的内容，几个用顿号隔开',
    json: { type: 'string' },
    read: (text) => {
      const all = text.split(/[、，\s]+/).filter((one) => one !== '');
      const sites = all.flatMap((one) => siteFolder(one) ?? []);
      return sites.length === all.length && all.length > 0 ? [...new Set(sites)] : undefined;
    },
    format: (sites) => sites.join('、'),
  });
}

function siteFolder(address: string): string | undefined {
  if (!/^https?:\/\/[^\s"'<>;,\\]+$/i.test(address) || !URL.canParse(address)) return undefined;
  const { origin, pathname, username, password, search, hash } = new URL(address);
  if (username + password + search + hash !== '') return undefined;
  return `${origin}${pathname.replace(/\/?$/, '/')}`;
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** How sure the check is before it asks, from the most questions to the fewest. */
export const SURENESS = ['多问', '一般', '少问', '很少问'] as const;
export type Sureness = (typeof SURENESS)[number];

/** THE dictionary of office.yaml's 设置. What is not here is no setting; what is here has an effect. */
export const SETTINGS = {
  threshold: setting('查重阈值', figure(0, 1, '', false), {
    does: '相似程度达到多少就要逐项说明，写 0 到 1 之间的数',
    example: '0.6',
    blank: '按「查重把握」',
    clause: 'art1',
    since: '0.1.0',
  }),
  sureness: setting('查重把握', choice(SURENESS), {
    does: '有多大把握才请单位答复相似的项目，写「多问」「一般」「少问」或「很少问」；各档大约问多少、问对多少，见网站「查重可信到什么程度」一页',
    example: '少问',
    blank: '按「一般」，每问 10 次约 6 次有用；写了「查重阈值」的，以阈值为准',
    clause: 'art1',
    since: '0.4.0',
  }),
  overBudget: setting('超概算比例', figure(0, 1_000, '%', false), {
    does: '实际投资超过预算百分之几时请办公室判断',
    example: '10',
    blank: '超出的只作提醒',
    clause: 'art10',
    since: '0.1.0',
  }),
  numberPrefix: setting('登记号字头', text(10), {
    does: '并入以后自动给登记号，写在「备」「申」「资」前面的字',
    example: '金数',
    blank: '只有「备」「申」「资」、年份和序号',
    clause: 'art6',
    since: '0.3.0',
  }),
  reviewTeam: setting('审阅团队', reviewTeam(), {
    does: 'GitHub 上办公室的团队或账号，提交由它审阅；写好以后执行 npm run generate',
    example: '@jinshui/registry-office',
    blank: '不请任何人审阅',
    since: '0.3.0',
  }),
  receiptDays: setting('受理时限', figure(1, 365, '个工作日'), {
    does: '从填报到受理不超过多少个工作日，节假日照「节假日」各条算',
    example: '5',
    blank: '只显示已等候的天数',
    clause: 'art6',
    since: '0.1.0',
  }),
  correctionDays: setting('补正时限', figure(1, 365, '个工作日'), {
    does: '申报单位从收到补正要求到补齐不超过多少个工作日',
    example: '10',
    blank: '只显示已等候的天数',
    clause: 'art6',
    since: '0.2.0',
  }),
  reviewDays: setting('审核时限', figure(1, 365, '个工作日'), {
    does: '办公室从受理到给出审核结论不超过多少个工作日',
    example: '10',
    blank: '只显示已等候的天数',
    clause: 'art6-2',
    since: '0.2.0',
  }),
  argueDays: setting('论证时限', figure(1, 365, '个工作日'), {
    does: '审核通过以后多少个工作日内组织专家论证',
    example: '20',
    blank: '只显示已等候的天数',
    clause: 'art4',
    since: '0.2.0',
  }),
  acceptanceDays: setting('验收时限', figure(1, 365, '个工作日'), {
    does: '报验收以后多少个工作日内组织专家验收',
    example: '20',
    blank: '只显示已等候的天数',
    clause: 'art8-6',
    since: '0.2.0',
  }),
  panelSize: setting('论证人数', figure(1, 99, '人'), {
    does: '专家论证最少多少人；写了以后，同意的还要过半',
    example: '5',
    blank: '不问人数，只看同意的是不是不到一半',
    clause: 'art4',
    since: '0.1.0',
  }),
  panelWeight: setting('论证不足时', choice([SEVERITY_LABEL.judgement, SEVERITY_LABEL.error]), {
    does: '论证人数不够、同意的不够时按「请判断」还是「必改」；写「必改」的，以前的论证也照此核对',
    example: '必改',
    blank: '按「请判断」',
    clause: 'art4',
    since: '0.2.0',
  }),
  reargue: setting('变更须重新论证比例', figure(0, 1_000, '%', false), {
    does: '总投资变动超过百分之几须重新论证',
    example: '10',
    blank: '逐件判断',
    clause: 'art8-1',
    since: '0.1.0',
  }),
  contentLength: setting('建设内容最少字数', figure(1, 20_000, '字'), {
    does: '建设内容最少多少字才便于查重',
    example: '100',
    blank: '不按字数判断',
    clause: 'annex1',
    since: '0.1.0',
  }),
  unwantedWords: setting('名称不宜出现的词', textList(), {
    does: '项目名称里不宜出现的词（厂商、产品名），用顿号隔开',
    example: '某牌、某云',
    blank: '不判断',
    clause: 'annex1',
    since: '0.1.0',
  }),
  linksItem2: setting('单位新建项目对接', choice(['否', '是']), {
    does: '单位主导的新建项目（第六条第2项）建成以后要不要也与总平台对接、归集数据，写「是」或「否」',
    example: '是',
    blank: '照第七条写明的各项，不催办',
    clause: 'art7',
    since: '0.2.0',
  }),
  evaluates: setting('年度评价范围', choice(['各单位和财政项目', '全部']), {
    does: '年度评价的范围，写「全部」的，没有使用财政资金的社会项目和在建项目也要评价',
    example: '全部',
    blank: '只评价各单位的和使用财政资金的',
    clause: 'art10',
    since: '0.2.0',
  }),
  superior: setting('上级规定', choices(SUPERIOR_NUMBERS), {
    does: '照上级的哪些规定一并核对，写文号，几个用顿号隔开；只给请判断和提醒，不是本办法的要求',
    example: SUPERIOR_NUMBERS.join('、'),
    blank: '不核对',
    since: '0.2.0',
  }),
  waiver: setting('免予验收', choice(['允许', '不允许']), {
    does: '不使用财政资金的单位新建项目可不可以免予验收，写「不允许」的，记了免予验收的请办公室判断',
    example: '不允许',
    blank: '可以免，由办公室书面同意',
    clause: 'art8-6',
    since: '0.2.0',
  }),
  searchedSites: setting('一起查的登记库', siteAddresses(), {
    does: '用本程序的别的登记库，在项目目录里查询时一起查，写它们网站的地址，几个用顿号隔开；对方的网站要允许别的网站读取它的数据',
    example: 'https://registry.example.gov.cn/、https://example.org/shuzhi/',
    blank: '只查本库',
    since: '0.5.0',
  }),
  repository: setting('登记库网址', repositoryAddress(), {
    does: '登记库在代码平台上的网页地址，网站和指南里的「新建文件」「上传」「送件单」都链接到那里',
    example: 'https://github.com/shuzhi-jinshui/registry',
    blank: '用发布网站的环境告诉的地址，没有就不给链接',
    since: '0.3.0',
  }),
  platform: setting('登记库平台', choice(PLATFORMS), {
    does: `上面的网址是哪一种代码平台，写 ${PLATFORMS.join('、')}`,
    example: 'Gitea',
    blank: '按网址认，认不出的当作 Gitea',
    since: '0.3.0',
  }),
} as const satisfies Readonly<Record<string, Part<unknown> & SettingDoc>>;

/** What the office has set, by key; undefined while it is blank or cannot be read (then the file has a finding). */
export type Settings = RecordOf<typeof SETTINGS>;

/** 「办法没有规定，由办公室定」, with the clause that the setting serves. */
export function settingBasis({ clause, since }: SettingDoc): string {
  return `办法没有规定，由办公室定（用于${clauseTitle(clause)}；${since} 版起）。`;
}

/** What the office has set that carries a reading out, in words; undefined while it has set nothing. */
export function decisionOn(by: readonly string[], settings: Settings): string | undefined {
  const all: readonly [string, Part<unknown>][] = Object.entries(SETTINGS);
  const said = all.flatMap(([key, { label, type }]) => {
    const value = settings[key as keyof Settings];
    return value === undefined || !by.includes(`设置 ${label}`) ? [] : [`${label} ${type.format(value)}`];
  });
  return said.length === 0 ? undefined : said.join('，');
}
