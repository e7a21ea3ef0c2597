import { describe, expect, it } from 'vitest';
import {
  contactText,
  readContactText,
  readContactValues,
  SEALED_FIELDS,
  sealingRefusal,
} from './contact-text.ts';
import { DEMO_RECIPIENT } from './recipient.ts';

const REAL = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

describe('the sealed fields', () => {
  it('are the five that name a person', () => {
    expect(SEALED_FIELDS.map(({ label }) => label)).toEqual([
      '项目负责人',
      '联系电话',
      '邮箱',
      '项目联系人',
      '项目联系人电话',
    ]);
  });
});

describe('readContactValues', () => {
  it('trims, and leaves out what is blank', () => {
    const read = readContactValues({ 项目负责人: ' 演示人员 ', 邮箱: '  ', 联系电话: '' });
    expect(read).toEqual({ ok: true, values: { 项目负责人: '演示人员' } });
  });

  it.each([
    ['a list', []],
    ['nothing', null],
    ['no value', {}],
    ['blank values only', { 邮箱: ' ' }],
    ['a label that is none', { 项目负责人: '演示人员', 密码: '机密' }],
    ['a number', { 联系电话: 37100000000 }],
    ['two lines', { 项目负责人: '演示人员\n机密' }],
    ['an escape sequence', { 项目负责人: '\u001b[2J机密' }],
    ['a hidden direction mark', { 项目负责人: '机\u202e密' }],
    ['a value that is too long', { 项目负责人: '机密'.repeat(30) }],
    ['a label of every object', JSON.parse('{"__proto__": "机密"}')],
  ])('refuses %s in words that do not repeat it', (_, raw) => {
    const read = readContactValues(raw);
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read)).toMatch(/：/);
    expect(JSON.stringify(read)).not.toMatch(/机密|演示人员|37100000000/);
  });
});

describe('the text in a block', () => {
  it('comes back for its entry, from a length that is always a multiple of 512 bytes', () => {
    const text = contactText('shili/x-2222', { 项目负责人: '演示人员' });
    expect(new TextEncoder().encode(text).length % 512).toBe(0);
    expect(readContactText(text, 'shili/x-2222')).toEqual({ ok: true, values: { 项目负责人: '演示人员' } });
    expect(readContactText(text, 'shili/y-2222').ok).toBe(false);
    expect(readContactText(text + ' '.repeat(9_000), 'shili/x-2222').ok).toBe(false);
  });
});

describe('sealingRefusal', () => {
  it.each([
    [[], true, true, true],
    [[DEMO_RECIPIENT], true, true, false],
    [[DEMO_RECIPIENT], true, false, true],
    [[DEMO_RECIPIENT], false, true, true],
    [[REAL], false, false, false],
    [[REAL], true, false, false],
    [[REAL, DEMO_RECIPIENT], true, false, false],
    [[REAL, DEMO_RECIPIENT], false, false, true],
  ])(
    'with keys %j, demonstration registry %s, demonstration entry %s',
    (keys, demoRegistry, demoEntry, refused) => {
      expect(sealingRefusal(keys, { demoRegistry, demoEntry }) !== undefined).toBe(refused);
    },
  );
});
