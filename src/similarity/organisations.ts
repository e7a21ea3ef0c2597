import { cityAt } from './cities.ts';

/**
 * The name of a body says who, never what: 「文化和旅游部清史纂修中心数字化加工」 is no tourism project. Names of bodies are
 * taken out of names and texts before anything is compared, wherever they stand.
 */

/** A Han character, for building patterns below. */
const H = '[\\u3400-\\u9fff]';
/** A place that says what it is; cities go by their bare names besides. */
const PLACE = new RegExp(`${H}{1,5}?(?:省|市|区|县|州|旗|镇|乡|街道|新区|开发区)`, 'y');
/** What names of bodies end in. Longer endings first: 「研究院有限公司」 is one body. */
const ENDINGS = [
  '(?:股份)?有限(?:责任)?公司',
  '集团(?:公司)?',
  '(?:人民)?(?:检察院|法院)',
  '(?:管理|管理委员|居民委员|村民委员|业主委员|工作委员|委员)会',
  '(?:管委|党委|政法委|纪委|经信委|卫健委|发改委|住建委|教委)(?!会)',
  '(?:公安|交警|消防|分|总)?(?:支队|大队|总队)',
  '派出所|司法所',
  '(?:职业技术|职业|师范|医|警官)?学院|大学|(?:人民|中心|附属|中医|儿童|妇幼保健)?医院|卫生院|中学|小学|中心校|幼儿园',
  '(?:分|总|管理|监督管理|监管|事务|服务管理)?局|(?:公安|财政|水利|教育|司法|民政|交通运输|自然资源|生态环境|农业农村)厅',
  '出版社|报社|广播电视台|电视台|图书馆|博物馆|档案馆|美术馆|研究院|研究所|设计院|监测站|气象台',
].join('|');

/** The end of a body's name, with what of it may follow: 「…公安局交警支队」. */
const BODY_END = new RegExp(
  `(?:${ENDINGS})(?![房域部势面点长务端])(?:${H}{0,10}?(?:分公司|支队|大队|中队|分局|分校|中心))?(?:[（(](?:医共体|医联体|集团|总院|本部)[）)])?`,
  'g',
);
/** So far before its end a body's name may begin, with a place: 「某某市…」. */
const REACH = 24;
/** 「互联网医院」「网络学院」「电子税务局」 are what is built, and no body. */
export const NOT_OF_STONE =
  '(?:智慧|智能|数字化?|数智|互联网|网上|网络|掌上|云上?|在线|线上|虚拟|电子|移动|空中)';
const THING = new RegExp(`${NOT_OF_STONE}$`);
/** What stands before the end without a stop in between. */
const SAME_CLAUSE = /[^，。；,;\s]+$/;

const COMPANY = new RegExp(
  `${H}{2,8}(?:[（(]${H}{2,8}[）)])?${H}{0,10}?(?:股份)?有限(?:责任)?公司(?:${H}{2,8}?分公司)?`,
  'g',
);

/** So many characters have to be left for a name to say anything. */
const LEAST_LEFT = 2;
/** Words that say nothing alone: what is left of a name has to have more than these. */
const EMPTY =
  /项目|工程|平台|系统|建设|采购|服务|管理|信息化|信息|数字化|智慧|智能|综合|设备|升级|改造|运维|维护|有限公司|[一二三四五六七八九十]期|[（）()\d年度至的及和\s-]/g;

/** A text without the names of bodies in it: the filing unit's own in all its spellings, and whatever reads like one. */
export function withoutOrganisations(text: string, unit = ''): string {
  let rest = replaceKeeping(text, withoutPlacedBodies);
  for (const alias of aliasesOf(unit)) rest = replaceKeeping(rest, (one) => one.split(alias).join(' '));
  return rest.includes('公司') ? replaceKeeping(rest, (one) => one.replace(COMPANY, ' ')) : rest;
}

/**
 * A text without 「某某市某某局」. Ends are looked for first, and a place before each: looking for places everywhere would
 * try hundreds of names at every character.
 */
function withoutPlacedBodies(text: string): string {
  let kept = '';
  let from = 0;
  for (const match of text.matchAll(BODY_END)) {
    const begin = Math.max(from, match.index - REACH);
    const window = text.slice(begin, match.index);
    const offset = Math.max(0, window.search(SAME_CLAUSE));
    const start = firstPlace(window, offset);
    if (match.index < from || start === undefined || THING.test(window)) continue;
    kept += `${text.slice(from, begin + start)} `;
    from = match.index + match[0].length;
  }
  return kept + text.slice(from);
}

/** Where the first place begins, from an offset on. */
function firstPlace(text: string, offset: number): number | undefined {
  for (let at = offset; at < text.length; at++) if (endOfPlace(text, at) > at) return at;
  return undefined;
}

/** Where a place ends that begins here; the same place where none does. */
function endOfPlace(text: string, from: number): number {
  const city = cityAt(text, from);
  if (city !== undefined) return from + city.length;
  PLACE.lastIndex = from;
  return PLACE.test(text) ? PLACE.lastIndex : from;
}

/** A replacement that would leave nothing of the need is none: 「气象局」 may be all that a name says. */
function replaceKeeping(text: string, change: (text: string) => string): string {
  const changed = change(text);
  if (changed === text) return text;
  return changed.replace(EMPTY, '').trim().length >= LEAST_LEFT ? changed : text;
}

/** So many places may stand before a unit's name. */
const MOST_PLACES = 3;
const remembered = new Map<string, readonly string[]>();

/** How a unit is written; a registry has few units, and asks for each with every text. */
function aliasesOf(unit: string): readonly string[] {
  const known = remembered.get(unit) ?? readAliases(unit);
  // Bounded: hostile text could otherwise fill the memory one name after another.
  if (remembered.size < 4096) remembered.set(unit, known);
  return known;
}

/** In full, without its place, without 「有限公司」, each at least four characters. Longest first. */
function readAliases(unit: string): readonly string[] {
  const full = unit.trim();
  if (full.length < 3) return [];
  let homeless = full;
  for (let place = 0; place < MOST_PLACES; place++) homeless = homeless.slice(endOfPlace(homeless, 0));
  const aliases = new Set([full, homeless]);
  for (const one of [full, homeless]) {
    aliases.add(one.replace(/(?:股份)?有限(?:责任)?公司.*$/, ''));
    aliases.add(one.replace(/(?:股份)?有限(?:责任)?公司$/, '公司'));
    aliases.add(one.replace(/有限(?:责任)?公司/, ''));
  }
  return [...aliases].filter((one) => one.length >= 4).sort((a, b) => b.length - a.length);
}
