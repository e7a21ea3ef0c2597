import { fold } from './normalise.ts';

/** Words that say in what shape, with what, or by what act, but not what for. Longest first. */
const SHAPES =
  /建设项目|采购项目|服务项目|工程项目|项目二次招标|二次招标|第[一二三四五六七八九十]+[期批次标段]+|[一二三四五六七八九十\d]+期|\d{4}年度?|项目|工程|建设|采购|招标|公开|平台|系统|信息化|数字化|智能化|一体化|智慧|智能|数字|信息|综合|管理|服务|中心|改造|升级|提升|完善|扩容|购置|安装|及|的|与|和|软件|硬件|设备|开发|实施|运营/g;
/** A place or a body at the beginning: 某省某市某区某局. */
const PLACE =
  /^(?:[\u3400-\u9fff]{2,8}?(?:省|自治区|自治州|地区|盟|市|县|区|旗|镇|乡|街道|新区|开发区)){1,4}(?:人民政府|政府)?/;
const BODY =
  /^[\u3400-\u9fff]{2,14}?(?:委员会|办公室|管理局|监督局|公安局|分局|支队|大队|总队|集团|公司|学院|大学|医院|中学|小学|局|厅)(?=[\u3400-\u9fff]{4})/;

/** What a name says its project is for: without place, body, year, phase, act and carrier; never under two characters. */
export function nameCore(name: string): string {
  const folded = fold(name);
  const placeless = keep(folded, folded.replace(PLACE, ''));
  const bodiless = keep(placeless, placeless.replace(BODY, ''));
  return keep(bodiless, bodiless.replace(SHAPES, ' ').replace(/ +/g, ' ').trim());
}

function keep(before: string, after: string): string {
  return after.replaceAll(' ', '').length >= 2 ? after.trim() : before;
}
