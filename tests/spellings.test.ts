import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { bytes, filing, soundRegistry } from './hostile/registry.ts';
import { DRESSES, ESCAPES, HONEST, SCRIPTS, SEPARATORS } from './hostile/spellings.ts';

const NEW = 'projects/shili/xin-x2y3.md';
const RECORDS = 'records/shili/guanai-k7q2.yaml';

/** Rules that refuse a file of this text, beside a sound registry. */
function refusals(file: string, text: string): readonly string[] {
  const files = soundRegistry();
  files.set(file, { bytes: bytes(text) });
  const all = [...files].map(([name, source]) => ({ file: name, ...source }));
  const { findings } = check(all, {
    today: '2026-11-24',
    only: new Set([file]),
    similarity: { compare: '不查' },
  });
  return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

const inBody = (words: string) =>
  filing({ 项目名称: '示例街道新平台' }).replace('## 项目概况\n\n', `## 项目概况\n\n${words}\n\n`);
const inHead = (written: string) =>
  filing({ 项目名称: '示例街道新平台' }).replace(/^数据归集: .*$/m, () => `数据归集: ${written}`);
const event = (note: string) =>
  `- 日期: 2026-03-10\n  事项: 受理\n  登记号: 示登〔2026〕7号\n  经办: 办公室\n  说明: ${note}\n`;

const mobiles = fc
  .tuple(fc.constantFrom(...'3456789'), fc.stringMatching(/^\d{9}$/))
  .map(([second, rest]) => `1${second}${rest}`);
const among = <T>(all: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...all);
const RUNS = { numRuns: 60 };

describe('a telephone number', () => {
  it('is refused in a body, in whatever digits, separators and dress', () => {
    const written = fc
      .tuple(mobiles, among(SCRIPTS), among(SEPARATORS), among(DRESSES), among(DRESSES))
      .map(([number, script, separator, one, other]) => {
        const digits = [...script];
        const write = (part: string): string =>
          script === SCRIPTS[0] ? part : [...part].map((digit) => digits[Number(digit)]).join('');
        const [a, b, c] = [number.slice(0, 3), number.slice(3, 7), number.slice(7)];
        return `联系电话 ${write(a)}${separator}${one(write(b))}${separator}${other(write(c))}，工作时间`;
      });
    fc.assert(
      fc.property(written, (text) => {
        expect(refusals(NEW, inBody(text))).toContain('no-personal-data');
      }),
      RUNS,
    );
  });

  it('is refused in a head and in records, however YAML writes it', () => {
    const written = fc
      .tuple(mobiles, fc.array(among(ESCAPES), { minLength: 11, maxLength: 11 }))
      .map(
        ([number, ways]) => `"联系 ${[...number].map((digit, at) => ways[at]?.(digit) ?? digit).join('')}"`,
      );
    fc.assert(
      fc.property(written, (text) => {
        expect(refusals(NEW, inHead(text))).toContain('no-personal-data');
        expect(refusals(RECORDS, event(text))).toContain('no-personal-data');
      }),
      RUNS,
    );
  });

  it.each(['>\n  ', '|\n  ', '', '"', "'", '>-\n  '])(
    'is refused where a value begun with %j goes on in the next line',
    (begin) => {
      const end = /["']/.test(begin) ? begin : '';
      for (const indent of [2, 5, 14, 30]) {
        const text = `${begin}联系 1390000\n${' '.repeat(begin.includes('\n') ? 2 : indent)}0001${end}`;
        expect(refusals(NEW, inHead(text))).toContain('no-personal-data');
      }
    },
  );

  it('is refused in settings, the 单位名录, references and names of files', () => {
    const units = new TextDecoder().decode(soundRegistry().get('units.yaml')?.bytes);
    const office = new TextDecoder().decode(soundRegistry().get('office.yaml')?.bytes);
    const number = `139${'0000'}0001`;
    const escaped = number.replace(/0/g, '\\x30');
    for (const written of [number, escaped, `139-0000-0001`]) {
      expect(refusals('units.yaml', `${units}  曾用名: ["甲 ${written}"]\n`)).toContain('no-personal-data');
      expect(refusals('office.yaml', office.replace('示例区', `"区 ${written}"`))).toContain(
        'no-personal-data',
      );
      const reference = `---\n名称: 某平台\n单位: "某局 ${written}"\n层级: 外地\n来源: 公开网页\n---\n`;
      expect(refusals('references/jia-a2b3.md', reference)).toContain('no-personal-data');
    }
    const file = `projects/shili/xin-${number}.md`;
    expect(refusals(file, filing({ 项目名称: '示例街道新平台' }))).toContain('no-personal-data');
  });

  it('is said of a file that is refused for something else', () => {
    const said = refusals(NEW, inBody('<script>1</script> 电话 139-0000-0001'));
    expect(said).toEqual(expect.arrayContaining(['hostile-script', 'no-personal-data']));
  });
});

describe('what honest offices write', () => {
  it.each(HONEST)('is taken: %s', (words) => {
    expect(refusals(NEW, inBody(`说明 ${words}。`))).toEqual([]);
    expect(refusals(NEW, inBody(words))).toEqual([]);
    expect(refusals(RECORDS, event(JSON.stringify(words)))).toEqual([]);
  });
});
