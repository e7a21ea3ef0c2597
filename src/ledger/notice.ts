/** Titles of notices: the project's name is what remains without the words of the notice. */

/** How it is bought; never the end of a project's own name. */
const METHODS = [
  ...['公开招标', '邀请招标', '招标', '竞争性磋商', '竞争性谈判', '磋商', '谈判', '询比采购', '询价采购'],
  ...[
    '单一来源采购',
    '单源采购',
    '询比',
    '询价',
    '单一来源论证',
    '单一来源',
    '网上竞价',
    '竞价',
    '比选',
    '遴选',
  ],
  ...[
    '中标[（(]成交[)）]结果',
    '中标[（(]成交[)）]',
    '采购结果',
    '中标结果',
    '成交结果',
    '中标候选人',
    '中标',
  ],
  ...[
    '成交',
    '结果',
    '更正',
    '变更',
    '终止',
    '废标',
    '流标',
    '延期',
    '资格预审',
    '合同',
    '政府采购合同',
    '验收',
    '交易',
    '直接采购需求',
  ],
];
/** 「设备采购采购公告」 is the notice of 「设备采购」, and 「设备需求公示」 that of 「设备」. */
const OWN_WORDS = ['采购公开招标', '采购招标', '采购', '论证', '需求', '预'];
const KIND = `(?:电子化|线上|网上|国内|国际)?(?:${[...OWN_WORDS, ...METHODS].join('|')})`;
const PAPER = '(?:公告|公示|通知书?|邀请函|公开)';
/** Only one kind goes with its paper; a second one only where it can be no part of a name. */
const NOTICE = new RegExp(`[-—_·]?(?:${KIND})?${PAPER}$`);
const METHOD_AT_END = new RegExp(
  `(?:国内|国际|电子化|线上)?(?:${METHODS.filter((kind) => kind.length > 2).join('|')})(?:采购)?$`,
);
/** 「项目（GXZC2025-G3-000037）」, 「项目GXZC2024-G3-006398」: the number of the purchase. */
const CODE_AT_END = /\s*[（([]?(?=[A-Z\d-]*\d{4})[A-Z]{2,}[A-Z\d-]{6,}[)）\]]?$/;
/** (重发), （第二次重发）, -重发, 二次: the same project noticed again. */
const AGAIN =
  /[（(](?:第?[一二三四五\d]次)?(?:重新?(?:招标|采购|招|发|发布|公告)|第?[二三四五\d]次(?:采购|招标|公告)?|更正|变更)[)）]|[-—](?:重[招发]|二次)/g;
/** 「（询比采购，第二次）」 says how and how often it is bought, and nothing of the project. */
const METHOD_AGAIN = new RegExp(
  `[（(](?:(?:${KIND})\\s*[，,、]?\\s*)?第?[二三四五\\d]次(?:${KIND})?[)）]|[（(](?:${METHODS.slice(0, 16).join('|')})[)）]`,
  'g',
);
const AGAIN_INSIDE = /(?<=[（(][^（()）]{1,30})(?:重[招发]|第?二次)(?=[)）])/g;
const AGAIN_AT_END = new RegExp(`(?:${AGAIN.source})$`);
const ORGANISATION =
  '.{2,40}?(?:公司|中心|局|委|院|校|学|厅|部|处|站|馆|办公室|政府|委员会|医院|联合会|集团|[)）])';
/** 「某招标公司关于某项目的竞争性磋商公告」 is about 「某项目」. */
const ABOUT = new RegExp(`^(?:${ORGANISATION})?关于(.{4,}?)的?(?=(?:[^的]{0,12})?${PAPER}$)`);
/** 「某局公开招标某项目的采购公告」. */
const BUYS = new RegExp(
  `^${ORGANISATION}(?:${METHODS.slice(0, 16).join('|')})(.{4,}?)的(?=(?:${KIND})?${PAPER}$)`,
);
const FAILED = /^[[【（(](?:已)?(?:流标|废标|终止|作废|撤销|取消|失败)[)）\]】]/;
/** 「GK2026-081（3） 某项目」, 「087-26563540001-某项目」, 「[湖北]某项目」. */
const NUMBERED =
  /^(?=[^\p{Script=Han}]*\d{3})[A-Za-z\d][A-Za-z\d()（）[\]〔〕/_-]{6,40}(?:[\s-]+|(?=[“"「《]))(?=\P{Script=Latin}*\p{Script=Han})|^[[【][\p{Script=Han}·]{2,8}[\]】]/u;
const OWNER = new RegExp(`^[[【](${ORGANISATION.replace('|[)）]', '')})[\\]】]`);
/** 「公告[A3311011160016130001001]」, 「公告(1)」, and the number of the purchase wherever it stands. */
const CODE_BEHIND = new RegExp(`(?<=${PAPER})\\s*[[（(【][^\\p{Script=Han}]{1,40}[\\]）)】]$`, 'u');
const CODE_INSIDE = /[（([](?:项目|采购|招标|磋商)?编号\s*[:：][^（()）\]]{2,60}[)）\]]/g;
const INTENTION = /(?:(?:19|20)\d\d年.{0,20}|第?.{1,4}批)?(?:政府)?采购意向(?:公开|公告)?$/;

/** The name of the project that a notice is about. */
export function nameOfNotice(title: string): string {
  const given = title.replace(/\s+/g, ' ').trim();
  const plain = given
    .replace(FAILED, '')
    .replace(OWNER, '')
    .replace(NUMBERED, '')
    .replace(CODE_INSIDE, '')
    .replace(CODE_BEHIND, '')
    .replace(ABOUT, '$1')
    .replace(BUYS, '$1')
    .replace(AGAIN_AT_END, '');
  // The notice goes first: 「服务采购（重发）公开招标公告」 is of 「服务采购」.
  const name = withoutPaper(plain)
    .replace(AGAIN, '')
    .replace(METHOD_AGAIN, '')
    .replace(AGAIN_INSIDE, '')
    .trim();
  return name.length >= 4 ? name : given;
}

/** 「招标公告变更公告」 is of two papers, and 「公开招标招标公告」 says its method twice. */
function withoutPaper(title: string): string {
  let name = title.replace(NOTICE, '');
  while (name !== title && new RegExp(`${KIND}${PAPER}$`).test(name)) name = name.replace(NOTICE, '');
  return name === title ? name : name.replace(METHOD_AT_END, '').replace(CODE_AT_END, '');
}

/** True when the title says that the project is noticed again. */
export function isNoticedAgain(title: string): boolean {
  return [AGAIN, AGAIN_INSIDE, METHOD_AGAIN].some((pattern) =>
    /[二三四五\d重更变]/.test(title.match(pattern)?.join('') ?? ''),
  );
}

/** True for the title of a notice rather than the name of a project. */
export function isNoticeTitle(text: string): boolean {
  return new RegExp(`${PAPER}(?:[[（(【][^\\p{Script=Han}]{1,40}[\\]）)】])?$`, 'u').test(text.trim());
}

/** 「[某局]某项目招标公告」: whose it is stands in front. */
export function unitInFront(title: string): string | undefined {
  const [, unit] = OWNER.exec(title.trim()) ?? [];
  return unit?.trim();
}

/** The unit that a notice of intentions names: 「某厅2026年01月至04月政府采购意向」. */
export function unitOfIntentions(title: string): string | undefined {
  const unit = title.replace(INTENTION, '').trim();
  return unit !== title.trim() && unit.length >= 3 ? unit : undefined;
}
