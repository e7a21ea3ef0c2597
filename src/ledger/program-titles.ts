import type { Meaning } from './meanings.ts';

/** What the parts of a program's own titles mean, the most telling first: `OWNER_DEPT`, `apprInvestAmt`, `signDate`. */
const PARTS: readonly (readonly [Meaning, RegExp])[] = [
  [
    '其他',
    /(?:^| )(?:create|created|creator|update|updated|modify|modified|sort|version|flag|is|del|deleted|tenant|row|etl|import|percent|rate|ratio|count|num|level|score|site|spider|word|words|exists|exist|keyword|keywords|matched|search|quality|confidence|address|qualification|evidence|ready|operator|avatar|icon|sign end|register end)(?: |$)|^(?:source|site|batch)(?: name)?$|(?:type|category|stage|kind) (?:id|url)$/,
  ],
  [
    '公告标题',
    /(?:^| )(?:notice|bulletin|announcement|news|info|article|intention|real) (?:title|name|subject|bt)$/,
  ],
  [
    '联系人',
    /(?:^| )(?:contact|contacts|linkman|tel|phone|mobile|email|mail|leader|manager|charger|principal|person|staff)(?: |$)/,
  ],
  ['金额单位', /(?:amt|amount|money|budget|price|currency) unit$|^currency$/],
  ['已付金额', /(?:^| )(?:paid|pay|payment|payed|spent)(?: |$)/],
  [
    '合同金额',
    /(?:^| )(?:bid|win|winning|won|contract|deal)(?: [a-z]+)* (?:amt|amount|money|price|total|sum|value)(?: |$)/,
  ],
  ['决算金额', /(?:^| )(?:settle|settlement|final|audit) (?:[a-z]+ )?(?:amt|amount|money|price|invest)/],
  [
    '批复金额',
    /(?:^| )(?:appr|approve|approved|approval|reply)(?: [a-z]+)* (?:amt|amount|money|budget|invest|investment|fund|funds)(?: |$)/,
  ],
  ['运维金额', /(?:^| )(?:maintenance|maintain|operation|ops) (?:[a-z]+ )?(?:amt|amount|fee|cost|money)/],
  [
    '金额',
    /(?:^| )(?:amt|amount|money|budget|invest|investment|fund|funds|price|cost|fee|capital)(?: (?:amt|amount|money|total|sum|value|cny|rmb|yuan|wan))?$/,
  ],
  ['资金来源', /(?:fund|funds|money|capital) (?:source|src|type|from)$/],
  ['开工日期', /(?:^| )(?:start|begin|kickoff|commence)(?: |$)/],
  [
    '采购日期',
    /(?:^| )(?:bid|tender|bidding|kb|open|fb|zb|deadline)(?: [a-z]+)* (?:date|time|day)$|(?:^| )deadline$/,
  ],
  [
    '建成日期',
    /(?:^| )(?:end|finish|finished|complete|completed|completion|online|accept|acceptance|check)(?: [a-z]+)* (?:date|time|day)$/,
  ],
  ['签订日期', /(?:^| )(?:sign|signed|signing)(?: [a-z]+)* (?:date|time|day)$/],
  [
    '采购日期',
    /(?:^| )(?:publish|published|pub|release|notice|bid|open|tender)(?: [a-z]+)* (?:date|time|day)$/,
  ],
  [
    '立项日期',
    /(?:^| )(?:appr|approve|approved|approval|apply|declare|establish|project)(?: [a-z]+)* (?:date|time|day)$/,
  ],
  ['年份', /(?:^| )(?:year|yr)$/],
  ['承建单位', /(?:^| )(?:supplier|winner|contractor|vendor|provider|agency|builder|bidder)(?: |$)/],
  ['项目编号', /(?:^| )(?:code|no|id|number|sn)$/],
  ['项目状态', /(?:^| )(?:status|state|stage|phase|progress)(?: (?:name|text|desc|cd))?$/],
  ['项目类型', /^industry$|(?:^| )(?:type|category|class|kind|classify)(?: (?:name|text|desc|cd))?$/],
  [
    '项目名称',
    /(?:^| )(?:proj|project|prj|item|system|sys|app|platform|contract|subject|work)(?: [a-z]+)? (?:name|nm|mc|title|cn)$/,
  ],
  [
    '建设单位',
    /(?:^| )(?:unit|dept|department|org|orgn|organization|owner|purchaser|buyer|bureau|office|institution|employer|company)(?: (?:name|nm|mc|cn|full name))?$/,
  ],
  [
    '建设内容',
    /(?:^| )(?:content|contents|desc|description|detail|details|scope|summary|intro|introduction|overview|requirement|requirements)$/,
  ],
  ['备注', /(?:^| )(?:remark|remarks|note|notes|memo|comment|comments)$/],
  ['来源', /(?:^| )(?:url|link|href)$/],
  ['地区', /(?:^| )(?:region|area|city|district|province|county)(?: name)?$/],
];

/** What a title of nothing but Latin letters means by its parts; undefined for any other, and where no part tells. */
export function programTitle(title: string): Meaning | undefined {
  if (!/^_?[A-Za-z][\w. -]{2,50}$/.test(title)) return undefined;
  const plain = title
    .replace(/^_+/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_.\- ]+/g, ' ')
    .trim()
    .toLowerCase();
  return PARTS.find(([, pattern]) => pattern.test(plain))?.[0];
}
