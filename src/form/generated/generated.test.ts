import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleLines } from '../../registry/completeness.ts';
import { readEntry } from '../../registry/read-entry.ts';
import { readOffice } from '../../registry/read-settings.ts';
import { ANNEXES } from '../../regulation/index.ts';
import { FORMS } from '../../regulation/vocabulary.ts';
import { readFast } from '../../text/head.ts';
import { DICTIONARY, HEAD_FIELDS } from '../fields.ts';
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
        DICTIONARY.filter(({ place, forms, label }) => {
          return (place === '表头' || place === '正文') && forms[form] === need && !filledIn.includes(label);
        }).map(({ label }) => label);
      expect(asked('field-missing').sort()).toEqual(needed('必填').sort());
      expect(asked('field-expected').sort()).toEqual(needed('应填').sort());
      expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['field-missing', 'field-expected']));
    },
  );
});

describe('the dictionary', () => {
  it('has a field for every cell of both annexes', () => {
    const bare = (label: string) => label.replace(/[\s:：()（）\\/、]/g, '');
    for (const annex of ANNEXES) {
      const cells = annex.cells.filter(({ kind }) => kind !== 'note' && kind !== 'date');
      const covered = DICTIONARY.flatMap(({ cell }) => Object.values(cell ?? {})).map(bare);
      for (const { label } of cells) {
        const wanted = bare(label);
        expect
          .soft(
            covered.some((one) => one === wanted || one.startsWith(wanted) || wanted.startsWith(one)),
            label,
          )
          .toBe(true);
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

  it('keeps its shape', () => {
    const rows = DICTIONARY.map(({ key, label, place, forms, unit, clause, visibility, type }) => {
      const needs = FORMS.map((form) => forms[form] ?? '无').join('/');
      return [label, key, place, needs, visibility, type.kind, unit ?? '', clause].join(' | ');
    });
    expect(rows.join('\n')).toMatchSnapshot();
  });
});
