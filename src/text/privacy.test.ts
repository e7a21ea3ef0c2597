import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEMO_RECIPIENT } from '../sealing/recipient.ts';
import { sealToBlock } from '../sealing/seal.ts';
import { masked } from './look.ts';
import { findPersonalData } from './privacy.ts';

const MOBILE = ['138', '1234', '5678'];
const IDENTITY = ['410105', '19900307', '123X'];

describe('findPersonalData', () => {
  it.each([
    MOBILE.join(''),
    MOBILE.join('-'),
    MOBILE.join(' '),
    `+86${MOBILE.join('')}`,
    `+86 ${MOBILE.join('-')}`,
    `电话${MOBILE.join('')}。`,
    '１３８１２３４５６７８',
    `138123${'45678'}，`,
  ])('finds the mobile in %s', (text) => {
    expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['手机号码']);
  });

  it.each([
    IDENTITY.join(''),
    IDENTITY.join(' '),
    IDENTITY.join('').toLowerCase(),
    `身份证：${'4101059003'}07123`,
  ])('finds the identity number in %s', (text) => {
    expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['身份证号码']);
  });

  it.each(['zhang.san@example.com', '邮箱：a_b@qq.com。', 'ａ＠ｑｑ．ｃｏｍ'])(
    'finds the mail address in %s',
    (text) => {
      expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['电子邮箱']);
    },
  );

  it.each([
    '0371-63520000',
    '0371-63520000-8012',
    '总投资 13812345678.5 元'.replace('13812345678', '320'),
    'sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'a13812345678b',
    '20260301-20261231',
    't20260528_26645350.htm',
    '微信@某某',
    '2026-03-05 2026-12-31',
  ])('leaves %s alone', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('does not look into the sealed block, and looks at words between its marks', async () => {
    const sealed = await sealToBlock('联系人', [DEMO_RECIPIENT]);
    expect(findPersonalData(sealed)).toEqual([]);
    expect(findPersonalData(sealed.replace(/^/gm, '  '))).toEqual([]);
    expect(findPersonalData(`${sealed}\n${MOBILE.join('')}`)).toHaveLength(1);
    const open = `-----BEGIN AGE ENCRYPTED FILE-----\n+${MOBILE.join('')}/\n-----END AGE ENCRYPTED FILE-----`;
    expect(findPersonalData(open)).toHaveLength(1);
  });

  it('says where it is, and shows only the first digits', () => {
    const [found] = findPersonalData(`联系人 ${MOBILE.join('')}`);
    expect(found?.index).toBe(4);
    expect(found && masked(found)).toBe('138********');
    expect(masked({ text: '1\n38' })).toBe('1 3***');
  });

  const surely = (text: string): readonly string[] =>
    findPersonalData(text).map(({ kind, severity }) => (severity === 'error' ? kind : `${kind}?`));

  it.each([
    ...[
      '139.0000.0001',
      '139·0000·0001',
      '139/0000/0001',
      '139_0000_0001',
      '139  0000  0001',
      '139\\-0000\\-0001',
    ],
    ...[
      '(139)0000-0001',
      '139（0000）0001',
      '139\u30000000\u30000001',
      '139\u20090000\u20090001',
      '139—0000—0001',
    ],
    ...[
      '1 3 9 0 0 0 0 0 0 0 1',
      '139转0000转0001',
      '139 00 00 00 01',
      '1390000-0001',
      '139 00000001',
      '139−0000−0001',
    ],
    ...['1390000\n0001', '139\n0000\n0001', '1390000\\\n  0001', '> 139\n> 0000\n> 0001'],
    ...[
      '139**0000**0001',
      '1**3**900000001',
      '139`0000`0001',
      '139~~0000~~0001',
      '<b>139</b>0000<i>0001</i>',
    ],
    ...[
      '139<!-- 甲 -->0000<!-- 1 -->0001',
      '<!-- 13900000001 -->',
      '[139](x)00000001',
      '139<wbr>0000<br/>0001',
    ],
    ...[
      '139&#48;0000001',
      '139&#x30;0000001',
      '139&nbsp;0000&nbsp;0001',
      '139&#8203;00000001',
      '139&middot;0000&middot;0001',
    ],
    ...[
      '\\x31\\x33\\x39\\x30\\x30\\x30\\x30\\x30\\x30\\x30\\x31',
      '\\u0031\\u003300000001'.replace('00000001', '900000001'),
    ],
    ...[
      '١٣٩٠٠٠٠٠٠٠١',
      '𝟏𝟑𝟗𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟏',
      '①③⑨⓪⓪⓪⓪⓪⓪⓪①',
      '❶❸❾⓿⓿⓿⓿⓿⓿⓿❶',
      '१३९००००००१०',
      '¹³⁹⁰⁰⁰⁰⁰⁰⁰¹',
      '1️⃣3️⃣9️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣',
    ],
    ...[
      '一三九〇〇〇〇〇〇〇一',
      '一三九零零零零零零零一',
      '壹叁玖零零零零零零零壹',
      '幺三九零零零零零零零幺',
      '一三九-零零零零-零零零一',
      '1三9零零零零零零零1',
    ],
    ...[
      '8613900000001',
      '008613900000001',
      '+86 139 0000 0001',
      '(+86)13900000001',
      '0086-139-0000-0001',
      '（86）13900000001',
    ],
    ...[
      '13900000001x1',
      'Tel13900000001',
      '方案一13900000001',
      '13900000001转801',
      '13900000001人',
      '13900000001次日联系',
    ],
    ...[
      '设备维护人员 13900000001',
      '合同签订人13900000001',
      '版本负责人：13900000001',
      '总投资 320 万元，13900000001',
      '编号见附件，13900000001',
      '登录账号：13900000001',
      '13900000001行政科',
    ],
    ...['合同编号由张工提供，电话13900000001', '资产编号 A-1；13900000001', '13812 345678，电话'],
    ...[
      '139、0000、0001',
      '139|0000|0001',
      '139+0000+0001',
      '139★1234★5678',
      '电话 013900000001',
      '013900000001',
    ],
    ...['1-390-000-0001', 'https://wa.me/8613900000001', '13⒐00000001', '一三九OOOOOOO一'],
    ...['手机 13812 345678', '电话：13,900,000,001', '电话1381 2345 678'],
  ])('finds the mobile in %s', (text) => {
    expect(surely(`说明 ${text}。`)).toEqual(['手机号码']);
  });

  it.each([
    ...[
      '合同编号：13900001234；固定资产编号 13800001234',
      '合同13900001234',
      '设备编号 139-1234-5678',
      '序列号为13900001234',
    ],
    ...[
      '订单号13900001234',
      '统一社会信用代码 134101051990030712',
      '登记号: 13900001234',
      '发票号码：13900001234',
      'SN:13900001234',
    ],
    ...[
      '纸质编号: "13900001234"',
      '资产编号（13900001234）',
      '13812345678 条',
      '13812345678元',
      '累计 13812345678 次',
      '13812345678人次',
    ],
    ...[
      '13,812,345,678 条',
      '13,812,345,678',
      '15,912,345,678元',
      '13 812 345 678',
      '160 320 48 012',
      '15000-320000',
      '150、2000、3000',
    ],
    ...[
      '- 150\n- 2000\n- 3000',
      '| 150 | 2000 | 3000 |',
      '1.5、3.2、4.0、5.6、7.8、9.1',
      '139,1234,5678 元',
      '139.00000000',
      '二〇二六年一月三十一日',
    ],
    ...[
      '13812345678字节',
      '13812345678.50 元',
      '金政〔2021〕22号',
      '联系微信公众号',
      '企业微信',
      'C#语言',
      '微信小程序',
      'QQ群',
      '微信支付AppID：wx12',
    ],
    ...['look at the site.com', 'icon@2x', '@astrojs/mdx', '第13812345678号文'],
  ])('finds nothing in %s', (text) => {
    expect(surely(text)).toEqual([]);
  });

  it.each(['XJ-13900001234', '2026-13900001234', '电话记录 13812345678 条', '合同联系电话编号13900001234'])(
    'leaves it to the office in %s',
    (text) => {
      expect(surely(text)).toEqual(['手机号码?']);
    },
  );

  it.each([
    ...[
      '4101-0519-9003-0712-3X',
      '410105 19900307 123x',
      '410105.19900307.1234',
      '４１０１０５１９９００３０７１２３Ｘ',
      '410105199003071２3×',
    ],
    ...[
      '四一〇一〇五一九九〇〇三〇七一二三四',
      '410105&#49;99003071234',
      '410105**19900307**1234',
      '4 1 0 1 0 5 1 9 9 0 0 3 0 7 1 2 3 4',
    ],
  ])('finds the identity number in %s', (text) => {
    expect(surely(`身份 ${text}。`)).toEqual(['身份证号码']);
  });

  it.each([
    ...[
      'zhang@example。com',
      'zhang&#64;example.com',
      'zhang\\@example.com',
      'zhang [at] qq.com',
      'zhang(at)qq(dot)com',
      'zhang艾特qq点com',
    ],
    ...[
      'zhang#qq.com',
      'zhang at qq dot com',
      'zhang @ example.com',
      'zhang&commat;example&period;com',
      'zhang\\x40example.com',
      'zhang﹫example.com',
      'zhang(a)example.com',
      '"zhang san"@example.com',
    ],
    ...[
      'zhang\\_san@qq.com',
      '**zhang**@qq.com',
      'zhang<!-- -->@qq.com',
      'zhang AT 163.com',
      '12345678@qq.com',
    ],
  ])('finds the mail address in %s', (text) => {
    expect(surely(`往来 ${text} 。`)).toEqual(['电子邮箱']);
  });

  it.each([
    ['微信号 zhang_demo_01', '微信号'],
    ['微信：zhangsan_x', '微信号'],
    ['加微信zhang123456', '微信号'],
    ['VX: zhangsan88', '微信号'],
    ['WeChat ID：zhang_san', '微信号'],
    ['V信 zhangsan88', '微信号'],
    ['微信账号 zhangsan88', '微信号'],
    ['QQ：12345678', 'QQ 号'],
    ['QQ12345678', 'QQ 号'],
    ['QQ号是 1234567890', 'QQ 号'],
    ['ＱＱ 12345678', 'QQ 号'],
  ])('finds the account in %s', (text, kind) => {
    expect(surely(text)).toEqual([kind]);
  });

  it('tells the place in the text as given, however it is written', () => {
    for (const before of ['', '①&nbsp;', '<!-- 甲 -->**乙**&#64;', '𝟏\\x41']) {
      const [found] = findPersonalData(`${before} 139&nbsp;0000**0001**。`);
      expect(found?.index).toBe(before.length + 1);
      expect(found?.length).toBe('139&nbsp;0000**0001'.length);
    }
  });

  it('finds every mobile in any digits and separators', () => {
    const scripts = [
      '0123456789',
      '０１２３４５６７８９',
      '〇一二三四五六七八九',
      '٠١٢٣٤٥٦٧٨٩',
      '零壹贰叁肆伍陆柒捌玖',
    ];
    const marks = ['', ' ', '-', '.', '·', '/', '_', '\n', '&nbsp;', '—', ' - ', '<i></i>'];
    const number = fc
      .tuple(fc.constantFrom(...'3456789'), fc.stringMatching(/^\d{9}$/))
      .map(([a, b]) => `1${a}${b}`);
    fc.assert(
      fc.property(number, fc.constantFrom(...scripts), fc.constantFrom(...marks), (digits, script, mark) => {
        const written = [...digits].map((digit) => [...script][Number(digit)]).join('');
        const parted = [written.slice(0, 3), written.slice(3, 7), written.slice(7)].join(mark);
        expect(surely(`说明（${parted}）`)).toEqual(['手机号码']);
      }),
    );
  });
});
