import { SCRIPTS, SEPARATORS } from './spellings.ts';

/** Inputs by kind, made of tables: what must be refused, and by which rule. Used by tests/kinds.test.ts. */
export interface Kind {
  readonly says: string;
  readonly rule: 'no-personal-data' | 'no-sensitive-content';
  readonly texts: readonly string[];
}

const lines = (text: string): readonly string[] => text.trim().split('\n');
/** Put together here, so that no scanner takes them for real ones. */
const key = (...parts: readonly string[]): string => parts.join('');
const MOBILE = '13900000001';
const IDENTITY = '410105199003071234';

/** A number in groups of so many digits. */
function grouped(number: string, groups: readonly number[], between: string): string {
  const ends = groups.map((_, at) => groups.slice(0, at + 1).reduce((sum, length) => sum + length, 0));
  return ends.map((end, at) => number.slice(end - (groups[at] ?? 0), end)).join(between);
}

const inScript = (text: string, script: string): string =>
  text.replace(/\d/g, (digit) => [...script][Number(digit)] ?? digit);
const referred = (text: string, write: (code: number) => string): string =>
  [...text].map((one) => write(one.charCodeAt(0))).join('');

/** Two, one of which is written as letters, are not told from words without a telephone beside them. */
const GROUPS = [
  ...[
    [3, 4, 4],
    [3, 8],
    [4, 4, 3],
    [7, 4],
    [3, 3, 5],
    [3, 3, 3, 2],
    [5, 6],
    [6, 5],
    [4, 7],
    [8, 3],
    [1, 3, 3, 4],
  ],
  ...[
    [2, 2, 2, 2, 3],
    [3, 2, 2, 2, 2],
    [2, 3, 3, 3],
    [3, 1, 3, 1, 3],
    [1, 10],
    [2, 9],
  ],
];
const REFERENCES: readonly ((code: number) => string)[] = [
  (code) => `&#${code};`,
  (code) => `&#x${code.toString(16)};`,
  (code) => `&#X${code.toString(16).toUpperCase()};`,
  (code) => `&#0000${code};`,
  (code) => `&#x000${code.toString(16)};`,
];
const MARKS = [
  '★',
  '☆',
  '◆',
  '●',
  '※',
  '▲',
  '→',
  '─',
  '^',
  '%',
  '&',
  '"',
  "'",
  '“',
  '《',
  '〔',
  '{',
  ';',
  '；',
  '…',
  '\\',
  '``',
];

export const KINDS: readonly Kind[] = [
  {
    says: 'a mobile between marks of every kind',
    rule: 'no-personal-data',
    texts: [...SEPARATORS, ...MARKS].flatMap((mark) => [
      `联系电话 ${grouped(MOBILE, [3, 4, 4], mark)}`,
      `手机 ${grouped(MOBILE, [3, 8], mark)} 张工`,
    ]),
  },
  {
    says: 'a mobile in every digit that there is, alone and mixed',
    rule: 'no-personal-data',
    texts: SCRIPTS.flatMap((script) => [
      `电话 ${inScript(MOBILE, script)}`,
      `联系电话 ${inScript(grouped(MOBILE, [3, 4, 4], '-'), script)}`,
      `手机 139${inScript('0000', script)}0001`,
    ]),
  },
  {
    says: 'a mobile in groups of any length',
    rule: 'no-personal-data',
    texts: GROUPS.flatMap((groups) =>
      ['-', ' ', '.', '/'].map((mark) => `手机 ${grouped(MOBILE, groups, mark)}`),
    ),
  },
  {
    says: 'a mobile with what stands before and behind it',
    rule: 'no-personal-data',
    texts: lines(`+86 ${MOBILE}
+86${MOBILE}
86-${MOBILE}
0086 ${MOBILE}
（86）${MOBILE}
电话 0${MOBILE}
tel:${MOBILE}
Tel${MOBILE}
电话${MOBILE}x1
${MOBILE}（微信同号）
${MOBILE}/13900000002
[电话](tel:${MOBILE})
https://wa.me/86${MOBILE}
\`${MOBILE}\`
| 张 | ${MOBILE} |
- ${MOBILE}
> ${MOBILE}
张${MOBILE}李
联系 1390000000 1
电话 (1)(3)(9)(0)(0)(0)(0)(0)(0)(0)(1)
电话：一三九，零零零零，零零零一
电话 1\ufe0f\u20e33\ufe0f\u20e39\ufe0f\u20e300000001
电话 139\u030000000001`),
  },
  {
    says: 'everything in character references',
    rule: 'no-personal-data',
    texts: REFERENCES.flatMap((write) => [
      `电话 ${referred(MOBILE, write)}`,
      `电话 139${referred('0', write)}0000001`,
      `邮箱 zhang${referred('@', write)}example.com`,
      `邮箱 ${referred('zhang@example.com', write)}`,
      `身份证 41010519900307${referred('1234', write)}`,
    ]),
  },
  {
    says: 'a mail address in the spellings that people use',
    rule: 'no-personal-data',
    texts: lines(`zhang@example.com
Zhang_San+x@sub.example.org
zhang@example。com
zhang＠example．com
zhang@@example.com
zhang @ example . com
zhang(at)example.com
zhang {at} example.com
zhang at example dot com
zhang [at] example [dot] com
zhang(a)example.com
zhang(@)example.com
zhang艾特example点com
zhang@example[.]com
zhang@example dot com
zhang#qq.com
12345678 at qq.com
mailto:zhang@example.com
[邮箱](mailto:zhang@example.com)
zhang&commat;example&period;com
zhang\\@example.com
zhang**@**example.com
zhang<!-- -->@example.com
zhang﹫example.com
张三@公司.中国
"zhang san"@example.com
zhang@
example.com
𝐳𝐡𝐚𝐧𝐠@example.com
zhang@example・com`)
      .join('\n')
      .split(/\n(?!example)/)
      .map((mail) => `往来 ${mail} 。`),
  },
  {
    says: 'an identity card in groups, marks and digits',
    rule: 'no-personal-data',
    texts: [
      ...['', ' ', '-', '.', '·', '/', '\n', '—', '\u3000', '、', ',', '|', '**', '<br>', '~'].flatMap(
        (mark) =>
          [
            [6, 8, 4],
            [3, 3, 4, 4, 4],
            [4, 4, 4, 4, 2],
            [6, 12],
          ].map((groups) => `身份证号 ${grouped(IDENTITY, groups, mark)}`),
      ),
      ...SCRIPTS.filter((script) => !/[Oo]/.test(script)).map(
        (script) => `身份证 ${inScript(IDENTITY, script)}`,
      ),
      ...['41010519900307123X', '41010519900307123x', '41010519900307123×', 'ID card 410105199003071234'],
    ],
  },
  {
    says: 'an account of a chat program',
    rule: 'no-personal-data',
    texts: lines(`微信号 zhang_demo_01
微信：zhangsan_x
VX: zhangsan88
V信 zhangsan88
薇信：zhangsan88
WeChat ID：zhang_san
微信账号 zhangsan88
QQ：12345678
QQ12345678
ＱＱ 12345678
扣扣号12345678
QQ&#58;12345678
微**信**：zhangsan_x`),
  },
  {
    says: 'an address of a machine',
    rule: 'no-sensitive-content',
    texts: lines(`192.168.1.5
172.31.255.254
服务器 10.20.30.40
IP：8.8.8.8
1.2.3.4:8080
10.20.30.0/24
192.168.x.x
192。168。1。1
192[.]168[.]1[.]1
192·168·1·1
192 . 168 . 1 . 1
192.168. 1.1
192 点 168 点 1 点 1
192&#46;168&#46;1&#46;1
192\\.168\\.1\\.1
192.**168**.1.1
①⑨②.①⑥⑧.①.①
192.168.001.005
fe80::1
2001:db8::8a2e:370:7334
jdbc:mysql://192.168.1.5:3306/db`),
  },
  {
    says: 'a password or a key',
    rule: 'no-sensitive-content',
    texts: [
      ...lines(`密码：123456
密码为Admin@123
口令是abc123
初始密码 123456
PIN码 123456
password=Passw0rd
admin/Admin@123
root/123456
用户名：admin，密码：Admin@2024
登录 admin 密码 admin
https://user:pass@example.com
密&#30721;：123456
密**码**：123456
密码：１２３４５６
token：abcdef1234567890
SECRET_KEY=abcdef1234567890
密钥：abcdef1234567890`),
      key('AKIA', 'IOSFODNN7EXAMPLE'),
      key('gh', 'p_', 'a1'.repeat(18)),
      key('gl', 'pat-', 'abcdefghij1234567890'),
      key('AI', 'za', 'a1'.repeat(18), 'b'),
      key('Bear', 'er abcdef1234567890abcdef'),
      key('AGE-SECRET-', 'KEY-1', 'Q'.repeat(58)),
      ...['', 'RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED '].map((kind) =>
        key('-----BEGIN ', kind, 'PRIVATE KEY-----'),
      ),
    ],
  },
];
