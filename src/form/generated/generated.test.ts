import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleLines } from '../../registry/completeness.ts';
import { readEntry } from '../../registry/read-entry.ts';
import { readOffice } from '../../registry/read-settings.ts';
import { ANNEXES, type AnnexCell, annexCells, annexOf } from '../../regulation/index.ts';
import { FORMS } from '../../regulation/vocabulary.ts';
import { readFast } from '../../text/head.ts';
import { DICTIONARY, fieldByLabel, HEAD_FIELDS, isWritten } from '../fields.ts';
import { generatedFiles } from './index.ts';
import { blankForm } from './template.ts';

const bytes = readFileSync('registry/office.yaml');
const NUMBER = readOffice({ file: 'office.yaml', bytes }).office?.ruleVersion ?? '';

describe('generated files', () => {
  it.each([...generatedFiles(NUMBER)])('%s is fresh (npm run generate)', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('carry the 文号 that the office has declared', () => {
    const revised = generatedFiles('金政〔2027〕9号').get('public/templates/shenqing.md');
    expect(revised).toContain('\n规则版本: 金政〔2027〕9号\n');
  });
});

describe('a blank form', () => {
  it.each(FORMS)(
    '%s reads without a fault of writing, and asks for exactly what is 必填 and 应填',
    (form) => {
      const { problems } = readEntry(
        'projects/shili/x.md',
        new TextEncoder().encode(blankForm(form, NUMBER)),
      );
      const asked = (rule: string) =>
        problems.filter((problem) => problem.rule === rule).map(({ path }) => path[0]);
      const filledIn = ['表式', '规则版本', '不涉密承诺'];
      const needed = (need: string) =>
        DICTIONARY.filter((field) => {
          return isWritten(field) && field.forms[form] === need && !filledIn.includes(field.label);
        }).map(({ label }) => label);
      expect(asked('field-missing').sort()).toEqual(needed('必填').sort());
      expect(asked('field-expected').sort()).toEqual(needed('应填').sort());
      expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['field-missing', 'field-expected']));
    },
  );
});

describe('the dictionary', () => {
  it('names the fields of every cell of both annexes, and leaves no field of theirs without a cell', () => {
    const filled = (cells: readonly AnnexCell[]): Set<string> =>
      new Set(cells.flatMap(({ fields }) => fields));
    const onAnnexes = filled(ANNEXES.flatMap(annexCells));
    const known = new Map(DICTIONARY.map((definition) => [definition.key, definition]));
    expect([...onAnnexes].filter((key) => !known.has(key))).toEqual([]);
    // 联系方式 stands for five cells; the content cell asks for the plan in words.
    const beside = ['contact', 'attachments'];
    const cited = DICTIONARY.filter(
      ({ key, clause }) => clause?.startsWith('annex') && !beside.includes(key),
    );
    expect(cited.map(({ key }) => key).filter((key) => !onAnnexes.has(key))).toEqual([]);
    for (const form of ['备案表', '申请表'] as const) {
      const own = filled(annexCells(annexOf(form)));
      const asked = cited.filter(({ forms }) => forms[form] === '必填' || forms[form] === '应填');
      expect(
        asked.map(({ key }) => key).filter((key) => !own.has(key)),
        form,
      ).toEqual([]);
      expect(
        [...own].filter((key) => known.get(key)?.forms[form] === undefined),
        form,
      ).toEqual([]);
    }
  });

  it('asks beside answers and parts that there are', () => {
    for (const { asked, askedParts = {}, type } of DICTIONARY) {
      if (asked) expect(fieldByLabel(asked.label)?.type.options).toContain(asked.is);
      const parts = type.parts ?? type.item?.parts ?? [];
      for (const [label, when] of Object.entries(askedParts)) {
        expect(parts.map((part) => part.label)).toContain(label);
        if (when) expect(parts.find((part) => part.label === when.label)?.type.options).toContain(when.is);
      }
    }
  });

  it('has unique keys and labels, and an example that its own type accepts', () => {
    expect(new Set(DICTIONARY.map(({ key }) => key)).size).toBe(DICTIONARY.length);
    expect(new Set(DICTIONARY.map(({ label }) => label)).size).toBe(DICTIONARY.length);
    for (const definition of HEAD_FIELDS) {
      const raw = readFast(exampleLines(definition))?.[definition.label];
      expect.soft(definition.type.schema.safeParse(raw).success, definition.label).toBe(true);
    }
  });

  it('keeps these from the public, and no other', () => {
    const closed = DICTIONARY.filter(({ visibility }) => visibility === '封存').map(({ key }) => key);
    const persons = ['manager', 'managerPhone', 'managerEmail', 'contactPerson', 'contactPhone', 'contact'];
    expect(closed).toEqual([...persons, 'signature', 'seal', 'superiorOpinion', 'superiorSeal']);
  });
});
