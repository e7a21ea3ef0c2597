import { readFileSync } from 'node:fs';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { REGULATION } from '../src/regulation/index.ts';

/** Only what holds for any registry an office may keep, so that an edited list does not turn the tests red. */
type Unit = Readonly<Record<string, string | readonly string[]>>;

const read = (name: string): unknown =>
  load(readFileSync(new URL(`../registry/${name}`, import.meta.url), 'utf8'), { schema: FAILSAFE_SCHEMA });

const units = Object.entries(read('units.yaml') as Readonly<Record<string, Unit>>);
const office = read('office.yaml') as Readonly<Record<string, unknown>>;
const TYPES = ['区直单位', '街道办事处', '园区管委会'];
const KEYS = ['名称', '类型', '主管部门', '办公电话', '曾用名', '账号', '演示'];

/** True when nothing but strings, lists and mappings is inside: no null, whatever the parser makes of an empty value. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return true;
  return typeof value === 'object' && value !== null && Object.values(value).every(isPlain);
}

describe('the unit list', () => {
  it('holds strings, lists and mappings only, under known keys', () => {
    for (const [code, unit] of units) {
      expect(isPlain(unit), code).toBe(true);
      expect(
        Object.keys(unit).filter((key) => !KEYS.includes(key)),
        code,
      ).toEqual([]);
    }
  });

  it('gives every unit an ASCII code, a type, and a name of its own', () => {
    for (const [code, unit] of units) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(TYPES, code).toContain(unit.类型);
    }
    const names = units.flatMap(([, unit]) => [unit.名称, ...(unit.曾用名 ?? [])]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('names a supervising unit that exists', () => {
    const known = [...units.map(([, unit]) => unit.名称), REGULATION.issuer];
    for (const [code, unit] of units) if (unit.主管部门) expect(known, code).toContain(unit.主管部门);
  });

  it('lists numeric account ids, none of them for two units', () => {
    for (const [code, unit] of units) expect(Array.isArray(unit.账号), code).toBe(true);
    const ids = units.flatMap(([, unit]) => unit.账号 ?? []);
    expect(ids.filter((id) => !/^[1-9]\d*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('marks a demonstration unit by code, name and flag together', () => {
    for (const [code, unit] of units) {
      const marks = [code.startsWith('yanshi-'), String(unit.名称).startsWith('演示'), unit.演示 === 'true'];
      expect(new Set(marks).size, code).toBe(1);
    }
  });
});

describe('the office file', () => {
  it('holds strings, lists and mappings only', () => {
    expect(isPlain(office)).toBe(true);
  });

  it('names a rule version and the day it took effect', () => {
    expect(office.规则版本).toMatch(/^.+〔\d{4}〕\d+号$/);
    expect(office.施行日期).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('writes the office name as article 4 does, for as long as that regulation is the one in force', () => {
    if (office.规则版本 !== REGULATION.number) return;
    expect(office.名称).toContain('“数字金水”建设工作领导小组办公室');
  });
});
