/** How people write a number so that nobody finds it, and what only looks so. Used by tests/spellings.test.ts. */

/** Digits of other scripts, from 0 to 9. */
export const SCRIPTS: readonly string[] = [
  '0123456789',
  '０１２３４５６７８９',
  '٠١٢٣٤٥٦٧٨٩',
  '۰۱۲۳۴۵۶۷۸۹',
  '०१२३४५६७८९',
  '๐๑๒๓๔๕๖๗๘๙',
  '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
  '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿',
  '⓪①②③④⑤⑥⑦⑧⑨',
  '⓿❶❷❸❹❺❻❼❽❾',
  '⁰¹²³⁴⁵⁶⁷⁸⁹',
  '₀₁₂₃₄₅₆₇₈₉',
  '〇一二三四五六七八九',
  '零壹贰叁肆伍陆柒捌玖',
  '零幺二三四五六七八九',
  '洞幺两三四五六拐八勾',
  '零弌弍弎四五六七八九',
  'O一二三四五六七八九',
  'oⅠⅡⅢⅣⅤⅥⅦⅧⅨ',
  '0ⅰⅱⅲⅳⅴⅵⅶⅷⅸ',
  '〇〡〢〣〤〥〦〧〨〩',
  '〇𝍠𝍡𝍢𝍣𝍤𝍥𝍦𝍧𝍨',
];

/** What stands between the groups of a number, as a reader sees it. */
export const SEPARATORS: readonly string[] = [
  ...[
    '',
    '-',
    '.',
    '·',
    '/',
    '_',
    ' ',
    '  ',
    '\u3000',
    '\u2009',
    '\u00a0',
    '\u202f',
    '—',
    '–',
    '−',
    '‧',
    '•',
  ],
  ...['(', ')', '（', '）', '[', ']', '【', '】', '「', '」', '~', '～', '+', '=', '|', '、', '，', ':', '…'],
  ...[' - ', '--', '. ', '★', '→', '转', '\n', '\n  ', '\n            '],
];

/** How Markdown and HTML hide or dress a part of a number. */
export const DRESSES: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => `**${digits}**`,
  (digits) => `*${digits}*`,
  (digits) => `~~${digits}~~`,
  (digits) => `\`${digits}\``,
  (digits) => `<b>${digits}</b>`,
  (digits) => `<!-- 甲 -->${digits}`,
  (digits) => `<!-- ${'长'.repeat(900)} -->${digits}`,
  (digits) => `[${digits}](https://example.com/)`,
  (digits) => digits.replace(/\d/g, (digit) => `&#${digit.charCodeAt(0)};`),
  (digits) => digits.replace(/\d/g, (digit) => `&#x0000${digit.charCodeAt(0).toString(16)};`),
  (digits) => digits.replace(/\d$/, (digit) => `&#X${digit.charCodeAt(0).toString(16)};`),
  (digits) => `&nbsp;${digits}`,
  (digits) => `${digits}&middot;`,
];

/** How YAML writes a text in double quotes; what comes out is the same. */
export const ESCAPES: readonly ((digit: string) => string)[] = [
  (digit) => `\\x${digit.charCodeAt(0).toString(16)}`,
  (digit) => `\\u00${digit.charCodeAt(0).toString(16)}`,
  (digit) => `\\U000000${digit.charCodeAt(0).toString(16)}`,
  (digit) => `\\uff1${digit}`,
  (digit) => `${digit}\\\n        `,
  (digit) => digit,
];

/** Numbers and words that honest offices write. */
export const HONEST: readonly string[] = [
  ...['合同编号：13900001234', '固定资产编号 13800001234', '设备编号 139-1234-5678', '序列号为13900001234'],
  ...['统一社会信用代码 134101051990030712', '登记号: 13900001234', 'SN:13900001234', '13812345678 条'],
  ...['15,912,345,678 条', '累计 13812345678 人次', '13812345678元', 'OpenSSL 1.1.1.1', '规范 2.0.1.5'],
  ...[
    '见 3.2.1.4 节',
    '用户名为admin',
    '账号为GitHub账号的数字编号',
    '0371-63520000',
    '电话 0371-63520000-8012',
  ],
  ...['2026-03-05 至 2026-12-31', 'GB/T 22239-2019', '金政〔2021〕22号', '12345 热线', '400-123-4567'],
  ...['密码采用 SM4 加密', '密码长度不少于 8 位', 'token 有效期 2 小时', 'IPv4 和 IPv6 双栈', '13.9.0.0'],
  ...['https://www.example.gov.cn/2021/13900001234.html', '150 160 170 180', '139 个社区、1200 套终端'],
  ...['二〇二六年一月三十一日', '微信小程序', '企业微信', 'QQ群', 'icon@2x', '@全体成员', 'A&B 公司'],
  ...['行政区划代码 410105', '网格编码 410105001001', '120 万元，终端 180 万元，安装 20 万元', '1、2、3、4'],
  ...[
    '子网掩码 255.255.255.0',
    '127.0.0.1',
    '若 a<b 且 c>d',
    'JavaScript: 前端',
    '批次 139、0000、0001 编号',
  ],
  ...[
    '10 点 20 分',
    '192、168、1、5',
    '洞察 O2O',
    '漏洞 139 个，两两比较',
    'Ⅰ、Ⅲ、Ⅳ、Ⅴ',
    '编号 013900000001',
  ],
  ...['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '联系方式随纸质表报送'],
];
