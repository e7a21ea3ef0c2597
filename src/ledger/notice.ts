/** Titles of notices: the project's name is what remains without the words of the notice. */

const KINDS = [
  ...[
    '采购公开招标',
    '采购招标',
    '公开招标',
    '邀请招标',
    '招标',
    '询比采购',
    '询价采购',
    '单一来源采购',
    '单源采购',
    '采购',
  ],
  ...[
    '竞争性磋商',
    '竞争性谈判',
    '磋商',
    '谈判',
    '询比',
    '询价',
    '单一来源论证',
    '单一来源',
    '论证',
    '网上竞价',
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
    '成交',
    '结果',
    '更正',
    '变更',
    '终止',
    '废标',
    '延期',
    '需求',
  ],
];
/** Only one kind goes: 「设备采购采购公告」 is the notice of 「设备采购」. */
const NOTICE = new RegExp(`(?:${KINDS.join('|')})?(?:公告|公示|通知书?)$`);
/** (重发), （第二次重发）, -重发, 二次: the same project noticed again. */
const AGAIN =
  /[（(](?:第?[一二三四五\d]次)?(?:重新?(?:招标|采购|招|发|发布|公告)|第?[二三四五\d]次(?:采购|招标|公告)?|更正|变更)[)）]|[-—](?:重[招发]|二次)/g;
const AGAIN_INSIDE = /(?<=[（(][^（()）]{1,30})(?:重[招发]|第?二次)(?=[)）])/g;
const AGAIN_AT_END = new RegExp(`(?:${AGAIN.source})$`);
/** 「关于某项目的竞争性磋商公告」 is about 「某项目」. */
const ABOUT = /^关于(.{4,}?)的?(?=(?:[^的]{0,12})?(?:公告|公示|通知书?)$)/;
const FAILED = /^[[【（(](?:已)?(?:流标|废标|终止|作废|撤销|取消|失败)[)）\]】]/;
const INTENTION = /(?:(?:19|20)\d\d年.{0,20}|第?.{1,4}批)?(?:政府)?采购意向(?:公开|公告)?$/;

/** The name of the project that a notice is about. */
export function nameOfNotice(title: string): string {
  const plain = title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(ABOUT, '$1')
    .replace(FAILED, '')
    .replace(AGAIN_AT_END, '');
  // The notice goes first: 「服务采购（重发）公开招标公告」 is of 「服务采购」.
  const name = plain.replace(NOTICE, '').replace(AGAIN, '').replace(AGAIN_INSIDE, '').trim();
  return name.length >= 4 ? name : title.trim();
}

/** True when the title says that the project is noticed again. */
export function isNoticedAgain(title: string): boolean {
  return title.search(AGAIN) >= 0 || title.search(AGAIN_INSIDE) >= 0;
}

/** The unit that a notice of intentions names: 「某厅2026年01月至04月政府采购意向」. */
export function unitOfIntentions(title: string): string | undefined {
  const unit = title.replace(INTENTION, '').trim();
  return unit !== title.trim() && unit.length >= 3 ? unit : undefined;
}
