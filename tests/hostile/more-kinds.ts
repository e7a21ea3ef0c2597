import type { Kind } from './kinds.ts';

/** More inputs by kind: marks and words nobody expects in a number, encodings, papers of persons, keys of many vendors. */
const lines = (text: string): readonly string[] => text.trim().split('\n');
/** Put together here, so that no scanner takes them for real ones. */
const key = (...parts: readonly string[]): string => parts.join('');
const PARTS = ['138', '1234', '5678'];
const MOBILE = PARTS.join('');
const IDENTITY = '41010519850612331';
const LETTERS = 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0z'.repeat(4);
const HEX = '3456789abcdef012'.repeat(5);

const MARKS =
  '📱 🔥 ㆍ ᛫ ⸱ ꞉ ։ ˙ ´ ˊ ￣ (空格) （空格） 杠 横杠 横 减 空 空格 点 加 [^1] € ™ ℡ × ÷ 👍🏽 ➖ ⎯ ﹨ ⁄ 〰'.split(
    ' ',
  );
const ROWS = [
  0x9e6, 0xbe6, 0x17e0, 0x1040, 0xf20, 0x7c0, 0xa9d0, 0x104a0, 0x1e950, 0x1946, 0x1fbf0, 0x1d7e2, 0x1f101,
];
const inRow = (first: number): string =>
  MOBILE.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit)));

export const MORE_KINDS: readonly Kind[] = [
  {
    says: 'a mobile parted by pictures, marks of other scripts and words for marks',
    rule: 'no-personal-data',
    texts: [
      ...MARKS.flatMap((mark) => [`联系电话 ${PARTS.join(mark)}`, `手机 138${mark}12345678`]),
      '电话：\n\n- 138\n- 1234\n- 5678',
      '电话：\n\n1. 138\n2. 1234\n3. 5678',
      '| 电话 | | |\n| --- | --- | --- |\n| 138 | 1234 | 5678 |',
      '138,1234,5678 手机',
      '电话15<!-- -->02332*7121',
      '电话13<!-- -->3337103**53',
      '138、1234、5678（电话）',
      '电话 1\n3\n8\n1\n2\n3\n4\n5\n6\n7\n8',
    ],
  },
  {
    says: 'a mobile in the digits of rarer scripts',
    rule: 'no-personal-data',
    texts: [
      ...ROWS.map((first) => `联系电话 ${inRow(first)}`),
      ...[...'\u0336\u0332\u20dd\u0301'].map(
        (mark) => `电话 ${[...MOBILE].map((digit) => digit + mark).join('')}`,
      ),
      ...[
        '壱参八壱弐参四五六七八',
        '㊀㊂㊇㊀㊁㊂㊃㊄㊅㊆㊇',
        '一三八12345678',
        '１3八12三四56七8',
        '13B12345678',
        '1З812345678',
      ].map((text) => `电话 ${text}`),
    ],
  },
  {
    says: 'a mobile as programs write it, or spelled out',
    rule: 'no-personal-data',
    texts: lines(`电话 &amp;#49;&amp;#51;812345678
电话 %31%33%38%31%32%33%34%35%36%37%38
[电话](tel:%31%33%38%31%32%33%34%35%36%37%38)
[电话](https://e.example/?tel=${MOBILE})
https://e.example/call?phone=+86${MOBILE}&x=1
yao san ba yi er san si wu liu qi ba
one three eight one two three four five six seven eight
MTM4MTIzNDU2Nzg=
=31=33=38=31=32=33=34=35=36=37=38
电话 17951${MOBILE}
电话${MOBILE}${MOBILE}
Phone No. ${MOBILE}
v${MOBILE}
0${MOBILE}
0-${MOBILE}`),
  },
  {
    says: 'papers and cards of a person',
    rule: 'no-personal-data',
    texts: [
      ...[...'XxХχ✕🅧'].map((end) => `身份证号 ${IDENTITY}${end}`),
      ...lines(`ID:${IDENTITY}X
证件号 4101 0519 8506 1233 1X
社保卡号 ${IDENTITY}3
身份证号码：410105 850612 331
护照号 E12345678
护照号码 EA1234567
passport no. G12345678
港澳通行证 C12345678
外国人永久居留证 USA110115021015
军官证 军字第1234567号
台胞证 12345678
银行卡号 6222021234567890128
工资卡 6217 0012 3456 7890 129`),
    ],
  },
  {
    says: 'a mail address or an account in rarer spellings',
    rule: 'no-personal-data',
    texts: lines(`zhang_at_qq_dot_com
zhang-at-qq-dot-com
zhang[艾特]qq[点]com
zhang 艾特 qq 点 com
zhang圈a qq.com
zhang小老鼠qq.com
zhang@qq點com
mailto:zhang%40qq.com
邮箱 z h a n g @ q q . c o m
邮箱：12345678@qq
邮箱 zhang@qq,com
邮箱 zhang ⓐ qq.com
邮箱 zhang【at】qq.com
邮箱 zhang【@】qq【.】com
VX abc12345
vx号abc12345
微 信：zhangsan88
微信（zhangsan88）
加V：zhangsan88
威信：zhangsan88
Q Q：123456789
企鹅号 123456789
qq:1234 5678 9
QQ邮箱：123456789
wxid_abcd1234efgh
钉钉号：zhangsan88
telegram: @zhangsan88
个人抖音号：zhangsan88
负责人微博账号 zhangsan88`),
  },
  {
    says: 'an address of a machine in rarer spellings',
    rule: 'no-sensitive-content',
    texts: lines(`192.168.1.\\*
192[dot]168[dot]1[dot]5
192-168-1-5
ip-10-20-30-40
192_168_1_5
一九二点一六八点一点五
服务器 0xC0A8010A
http://3232235777/
3232235786（服务器地址）
主机 0300.0250.01.01
Redis 10.0.0.8:6379
服务器 202.102.224.68`),
  },
  {
    says: 'a password behind other words and marks',
    rule: 'no-sensitive-content',
    texts: lines(`密 码：Admin@123
口 令：abc123
密码【Admin@123】
密码→Admin@123
密码 123456
wifi密码 12345678
提取码：a1b2
psk=jsq12345
mima:123456
PIN：123456
用户名admin密码123456
sa/Sa123456
scott/tiger
mysql -uroot -pAdmin@123
curl -u admin:Passw0rd http://e.example
sshpass -p Admin@123 ssh a
requirepass abc123456
redis://:Admin123@cache:6379
jdbc:oracle:thin:scott/tiger1@db:1521:orcl`),
  },
  {
    says: 'keys of many vendors',
    rule: 'no-sensitive-content',
    texts: [
      key('gs', 'k_', LETTERS.slice(0, 48)),
      key('r8', '_', LETTERS.slice(0, 37)),
      key('dckr', '_pat_', LETTERS.slice(0, 27)),
      key('shp', 'at_', HEX.slice(0, 32)),
      key('dap', 'i', HEX.slice(0, 32)),
      key('hv', 's.', LETTERS.slice(0, 90)),
      key('gl', 'sa_', LETTERS.slice(0, 40)),
      key('pul', '-', HEX.slice(0, 40)),
      key('ts', 'key-auth-', LETTERS.slice(0, 30)),
      key('EA', 'AC', LETTERS.slice(0, 60)),
      key('https://hooks.sl', 'ack.com/services/T00000000/B00000000/', LETTERS.slice(0, 24)),
      key('https://qyapi.weixin', '.qq.com/cgi-bin/webhook/send?key=', HEX.slice(0, 36)),
      key('https://open.feishu', '.cn/open-apis/bot/v2/hook/', HEX.slice(0, 36)),
      `AppKey：${HEX.slice(0, 32)}`,
      `AK：${LETTERS.slice(0, 20)} SK：${LETTERS.slice(0, 40)}`,
      `Cookie: JSESSIONID=${HEX.slice(0, 32)}`,
      `接口密钥 ${LETTERS.slice(0, 32)}`,
      key('---- BEGIN SSH2 ENC', 'RYPTED PRIVATE KEY ----'),
      key('——BEGIN RSA PRI', 'VATE KEY——'),
    ],
  },
];
