import { cityAt } from './cities.ts';
import { fold } from './normalise.ts';
import { NOT_OF_STONE } from './organisations.ts';

/** A project's name taken apart. Slots hold folded text; what a name does not say is ''. */
export interface Slots {
  readonly place: string;
  readonly unit: string;
  /** Four digits. */
  readonly year: string;
  /** The number of the phase, 1, 2 …; '' when none is named. */
  readonly phase: string;
  /** What is done: 建设, 采购, 升级改造. What kind of doing it is, `actOf` says. */
  readonly action: readonly string[];
  /** 智慧, 数字, 综合: they say how, hardly what. */
  readonly modifiers: readonly string[];
  /** What it is for. Never under two characters while the name has them. */
  readonly core: string;
  /** In what shape: 平台, 系统, 工程. */
  readonly carrier: readonly string[];
  /** The name without place, unit, year and phase: where concepts are looked for. */
  readonly topic: string;
}

const YEARS =
  /(?:19|20)\d{2} ?(?:年度?)? ?(?:(?:至|到) ?)?(?:(?:19|20)\d{2} ?年?度?)?(?:(?:第?[一二三四1-4]|上|下半?)季度)?/g;
const PHASE =
  /第?([一二三四五六七八九十]|\d{1,2}) ?期(?:工程|项目)?|第([一二三四五六七八九十]|\d{1,2}) ?(?:批次?|标段|标项|包|部分|阶段)|([一二三四五六七八九十]|\d{1,2}) ?(?:标段|标项)|v?([23456])\. ?0|([2-9]) 0(?= |$|版)/g;
const HAN_NUMBERS = '一二三四五六七八九十';

/** A Han character, for building patterns below. */
const H = '[\\u3400-\\u9fff]';
/** 城市, 社区, 园区 … end like places and are none. */
const PLACE_WORD = [
  `${H}{1,6}?(?:省(?!际|级|直|委)|自治区|自治州|特别行政区)`,
  `${H}{1,7}?(?<![城都超门夜菜股上])市(?!场|政|容|民|级|域|直|委|情|长|内|花)`,
  `${H}{1,7}?(?<![社小园校库灌景林辖片城商地厂矿院])区(?!域|块|级|直|划|间|位|委)`,
  `${H}{1,7}?(?:县|自治县|旗)(?!域|级|直|委|乡村|医)`,
  `${H}{1,6}?(?<!智慧|数字|数智|智慧乡|数字乡)(?:街道|镇|乡)(?!村|镇|办理|级|风|土)`,
  `${H}{1,6}?(?:新区|开发区|高新区|经开区|示范区|管委会|管理区)`,
].join('|');
const PLACE_HERE = new RegExp(`(?:${PLACE_WORD}) ?`, 'y');
const MOST_PLACES = 4;
const SEAT = /(?:人民政府|政府|办事处)?/y;
const BODY =
  '(?:委员会|办公室|管理局|监督局|公安局|分局|支队|大队|总队|集团|有限公司|公司|学院|大学|医院|中学|小学|中心校|幼儿园|人民检察院|检察院|人民法院|法院|司法所|派出所|局|厅|委办)';
const UNIT = new RegExp(`^(?:${H}{2,14}?${BODY}){1,3}(?=${H}{4})`);
const THING = new RegExp(`${NOT_OF_STONE}(?:税务)?${BODY}$`);
const ENDS_AS_BODY = new RegExp(`${BODY}$`);

const ACTIONS =
  /升级改造|改造提升|提升改造|扩容升级|建设|采购|招标|购置|安装|施工|改造|升级|提升|完善|扩容|扩建|新建|新增|开发|研发|实施|部署|推广|试点|示范|二次|公开|租用|租赁|运行维护|运维|维护|监理|设计|运营/g;
const MODIFIERS =
  /互联网\+|大数据|信息化|数字化|智能化|一体化|智慧化|现代化|自动化|可视化|智慧|智能|数字|数智|信息|综合|统一|集中|全流程|全过程|全域|全覆盖|新型|移动|在线|远程|电子|网络/g;
const CARRIERS =
  /建设项目|采购项目|服务项目|工程项目|小程序|公众号|项目|工程|平台|系统|中心|大屏|终端|管理|(?<!政务|公共)服务|软件|硬件|设备|设施|应用|模块|子系统|体系|app/g;
const JOINTS = /[及的与和等之]| /g;

const remembered = new Map<string, Slots>();

/** Takes a name apart. Names are asked for again and again, so the last few thousand are kept. */
export function slotName(name: string): Slots {
  const known = remembered.get(name);
  if (known) return known;
  const slots = takeApart(fold(name));
  if (remembered.size > 20_000) remembered.clear();
  remembered.set(name, slots);
  return slots;
}

function takeApart(folded: string): Slots {
  const year = /(?:19|20)\d{2}/.exec(folded)?.[0] ?? '';
  const phase = phaseOf(folded);
  const dated = keep(folded, squeeze(folded.replace(YEARS, ' ').replace(PHASE, ' ')));
  const place = placeOf(dated);
  const placeless = keep(dated, dated.slice(place.length).trim());
  const unit = unitOf(placeless);
  const topic = keep(placeless, placeless.slice(unit.length).trim());
  const carrier = topic.match(CARRIERS) ?? [];
  const action = topic.match(ACTIONS) ?? [];
  const plain = squeeze(topic.replace(CARRIERS, ' ').replace(ACTIONS, ' '));
  const modifiers = plain.match(MODIFIERS) ?? [];
  const bare = squeeze(plain.replace(MODIFIERS, ' ').replace(JOINTS, ' '));
  const core = keep(keep(topic, plain), bare);
  const kept = (before: string, after: string, slot: string): string => (after === before ? '' : slot);
  return {
    place: kept(dated, placeless, place.trim()),
    unit: kept(placeless, topic, unit),
    year,
    phase,
    action: [...action],
    modifiers: [...modifiers],
    core,
    carrier: [...carrier],
    topic,
  };
}

/** The places that a name begins with: 「某省某市某区人民政府」. */
function placeOf(dated: string): string {
  let end = 0;
  for (let many = 0; many < MOST_PLACES; many++) {
    const next = endOfPlace(dated, end);
    if (next === end) break;
    end = next;
  }
  if (end === 0) return '';
  SEAT.lastIndex = end;
  return dated.slice(0, end) + (SEAT.exec(dated)?.[0] ?? '');
}

/** Where a place ends that begins here, with the blank behind it. */
function endOfPlace(dated: string, from: number): number {
  PLACE_HERE.lastIndex = from;
  if (PLACE_HERE.test(dated)) return PLACE_HERE.lastIndex;
  const city = cityAt(dated, from);
  if (city === undefined) return from;
  const end = from + city.length;
  return dated[end] === ' ' ? end + 1 : end;
}

/** The body that a name begins with; of 「某某医院互联网医院」 only the first. */
function unitOf(placeless: string): string {
  const found = UNIT.exec(placeless)?.[0] ?? '';
  const thing = THING.exec(found);
  if (!thing) return found;
  const before = found.slice(0, thing.index);
  return ENDS_AS_BODY.test(before) ? before : '';
}

function phaseOf(folded: string): string {
  PHASE.lastIndex = 0;
  const found = PHASE.exec(folded)
    ?.slice(1)
    .find((part) => part !== undefined);
  if (found === undefined) return '';
  const han = HAN_NUMBERS.indexOf(found);
  return String(han >= 0 ? han + 1 : Number(found));
}

function squeeze(text: string): string {
  return text.replace(/ +/g, ' ').trim();
}

/** What is left must still say something: two characters that are no blanks. */
function keep(before: string, after: string): string {
  return after.replaceAll(' ', '').length >= 2 ? after : before;
}
