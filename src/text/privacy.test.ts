import { describe, expect, it } from 'vitest';
import { findPersonalData, masked } from './privacy.ts';

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

  it('does not look into the sealed block', () => {
    const sealed = `-----BEGIN AGE ENCRYPTED FILE-----\n+${MOBILE.join('')}/\n-----END AGE ENCRYPTED FILE-----`;
    expect(findPersonalData(sealed)).toEqual([]);
    expect(findPersonalData(`${sealed}\n${MOBILE.join('')}`)).toHaveLength(1);
  });

  it('says where it is, and shows only the first digits', () => {
    const [found] = findPersonalData(`联系人 ${MOBILE.join('')}`);
    expect(found?.index).toBe(4);
    expect(found && masked(found)).toBe('138********');
  });
});
