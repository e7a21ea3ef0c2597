import type { Severity } from './finding.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)';
const DOT = '(?:\\.|。|·|[[(](?:\\.|dot)[\\])])';
/** Four numbers with dots, with a port or the length of a net behind them; `x` or `*` stands for the rest of a net. */
export const IPV4 = new RegExp(
  `(?<![\\d.])(?:(?:${OCTET}${DOT}){3}${OCTET}|(?:10${DOT}${OCTET}|192${DOT}168)${DOT}(?:${OCTET}|[xX*])${DOT}[xX*](?![A-Za-z]))(?:/\\d{1,2}|:\\d{2,5})?(?![\\d]|\\.\\d)`,
  'g',
);
const LOOSE_DOT = '\\s?(?:[.。·]|点)\\s?';
/** Addresses inside a house with blanks around the dots, or read out: 192 点 168 点 1 点 5. */
export const LOOSE_IPV4 = new RegExp(
  `(?<![\\d.])(?:192${LOOSE_DOT}168|172${LOOSE_DOT}(?:1[6-9]|2\\d|3[01])|10${LOOSE_DOT}${OCTET})${LOOSE_DOT}${OCTET}${LOOSE_DOT}${OCTET}(?!\\d|\\s?[.点]\\s?\\d)`,
  'g',
);
/** As names of computers and files have it: 192-168-1-5, ip-10-0-0-5. */
export const DASHED_IPV4 = new RegExp(
  `(?<![\\d.-])(?:192[-_]168|ip[-_](?:192[-_]168|10[-_]${OCTET}|172[-_](?:1[6-9]|2\\d|3[01])))[-_]${OCTET}[-_]${OCTET}(?![\\d]|[-_]\\d)`,
  'gi',
);
const READ = '[〇零○洞一壹幺二贰两三叁四肆五伍六陆七柒拐八捌九玖勾十百]{1,5}';
/** Read out in Chinese. */
export const SPOKEN_IPV4 = new RegExp(
  `(?:[一幺]九[二两]点[一幺]六八|[一幺][七拐][二两]点${READ}|[一幺][〇零洞]点${READ})点${READ}点${READ}`,
  'g',
);
/** An address inside a house as one number, or as programs write its parts: 0xC0A80101, 3232235777, 0300.0250.01.01. */
export const AS_NUMBER =
  /(?<![\w.])(?:0x(?:0A[\dA-F]{6}|AC1[\dA-F]{5}|C0A8[\dA-F]{4})|16[89]\d{6}|167[789]\d{5}|1[78]\d{7}|288[67]\d{6}|3232[23]\d{5}|(?:0x0?A|0x[\dA-F]{2}|0\d{2,3})(?:\.(?:0x[\dA-F]{1,2}|0\d{1,3})){3})(?![\w.])/gi;
/** Eight groups, or a shortened one that begins as real addresses do. */
export const IPV6 =
  /(?<![0-9A-Za-z]|[0-9A-Fa-f]:|::)(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?=[0-9A-Fa-f:]{3,45}(?<=::[0-9A-Fa-f:]{0,40})(?![0-9A-Za-z:]))(?:[23][0-9A-Fa-f]{3}|[Ff][CcDdEeFf][0-9A-Fa-f]{2})(?::[0-9A-Fa-f]{0,4}){2,7})(?:\/\d{1,3})?(?![0-9A-Za-z:])/g;

/** The length of a net, this computer, or none at all: nobody's address. */
const NOBODYS =
  /^(?:255\.(?:0|128|192|224|24[08]|25[245])\.\d+\.(?:0|128|192|224|24[08]|25[245])|127\.0\.0\.1|0\.0\.0\.0)(?:[:/]\d{1,5})?$/;
/** Nets inside a house. Versions begin with 10 now and then, never like the others. */
const PRIVATE = /^(?:10|172\.(?:1[6-9]|2\d|3[01])|192\.168)\./;
const ADDRESS =
  /地址|IP|网关|端口|https?|ftp|ssh|telnet|ping|服务器|主机|内网|外网|公网|专网|网段|子网|掩码|登录|访问|部署[在于]|DNS|域名|VPN|数据库|连接|映射|后台|节点|设备|摄像头|host|server|gateway|proxy|url|@/gi;
const VERSION =
  /版本号?|版|(?<![A-Za-z])(?:GB|DB\d{0,2}|YD|GA|GM|ISO|IEC|RFC)(?:\/[TZ])?\s?|升级[到至为]?|规范|标准|协议|规程|指南|要求|条款|章节|目录|附录|表|图|见|参见|参照|依据|按照?|遵循|符合|第|编号|序号|(?<![A-Za-z])(?:v|ver|version|release|rev|section|chapter|clause|build|sdk|jdk)(?![A-Za-z])/gi;
/** A product by its Latin name right before: OpenSSL 1.1.1.1. Words of the net are no products. */
const PRODUCT =
  /(?<![A-Za-z])(?!(?:ipv?[46]?|host|server|gateway|dns|vpn|url|addr|address|ping|ssh|https?|ftp|proxy|at|to|net)\s*$)[A-Za-z][-A-Za-z+#]{1,30}[\s/-]{0,2}$/i;
/** 2.0.1.5 in 「规范 1.2.3.4、2.0.1.5」 belongs to the same word. */
const ROW = /(?:[vV]?\d+(?:\.\d+)+[、,和及与至到~\s-]{1,3}){1,6}$/;
const NUMBERED = /(?:[第vV]|版本号?[\s:=为是]{0,3}|version\s?)$/;
const PART = /^\s?(?:节|章|条|款|版|小节|项|号|及以[上下]|以[上下])/;

/** A word is about the number that stands so near to it. */
const NEAR = 10;

/** What an address in four numbers weighs: nothing where the words make it a version or a section. */
export function weighAddress(hit: string, index: number, text: string): Severity | undefined {
  const before = text.slice(Math.max(0, index - 40), index).replace(ROW, '');
  const [clause = ''] = /[^,，。；;、!?！？\n]*$/.exec(before) ?? [];
  const plain = hit.replace(/[[(]?(?:[.。·]|dot)[\])]?/g, '.');
  if (NOBODYS.test(plain)) return undefined;
  if (NUMBERED.test(clause) || PART.test(text.slice(index + hit.length, index + hit.length + 4))) {
    return undefined;
  }
  const [address, version] = [lastStart(clause, ADDRESS), lastStart(clause, VERSION)];
  const versioned = version > address && clause.length - version <= NEAR;
  if (versioned || PRODUCT.test(clause)) {
    if (!PRIVATE.test(plain)) return undefined;
    // Nothing but a machine has a port.
    return plain.startsWith('10.') && !plain.includes(':') ? 'judgement' : 'error';
  }
  return address >= 0 || PRIVATE.test(plain) || /[:/xX*]/.test(plain) ? 'error' : 'judgement';
}

/** Without a word of the net beside them, only the best known of these are surely one. */
export function weighLoose(hit: string, index: number, text: string): Severity | undefined {
  const isNamed = lastStart(text.slice(Math.max(0, index - 20), index), ADDRESS) >= 0;
  return isNamed || hit.startsWith('192') ? 'error' : undefined;
}

const SAID_BEFORE =
  /(?::\/\/|(?:地址|IPv?4?|服务器|主机|网关|内网|登录|访问|连接|ping|ssh|telnet|host|server)[\s:=为是(]{0,3})$/i;
const SAID_BEHIND = /^\s?[(（]?(?:服务器|主机|内网)?(?:IP|地址)/i;

/** One number is an address only where the words say so, and only one that a house may have. */
export function weighNumber(hit: string, index: number, text: string): Severity | undefined {
  const before = text.slice(Math.max(0, index - 16), index);
  if (!SAID_BEFORE.test(before) && !SAID_BEHIND.test(text.slice(index + hit.length))) return undefined;
  const value = Number(hit);
  const dotted = [24, 16, 8, 0].map((bits) => Math.floor(value / 2 ** bits) % 256).join('.');
  return hit.includes('.') || PRIVATE.test(dotted) ? 'error' : undefined;
}

function lastStart(text: string, pattern: RegExp): number {
  let at = -1;
  for (const { index } of text.matchAll(pattern)) at = index;
  return at;
}
