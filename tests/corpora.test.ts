import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { check } from '../src/check.ts';
import { parseFile } from '../src/text/file.ts';
import type { Finding } from '../src/text/finding.ts';
import { parseLog } from '../src/text/log.ts';
import { withoutBlanks } from '../src/text/raw.ts';
import { splitFile } from '../src/text/split.ts';
import { NAUGHTY } from './hostile/naughty-strings.ts';
import { bytes, filing, soundRegistry } from './hostile/registry.ts';
import { yamlCases } from './hostile/yaml-cases.ts';

const TODAY = '2026-11-24';
const CASES = yamlCases();
/** So many files are put into one registry. */
const TOGETHER = 60;

/** What the careful library reads, with everything as text; undefined where it refuses. */
function byYaml(text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
  return document.errors.length > 0 ? undefined : asText(document.toJS({ maxAliasCount: 0 }));
}

/** What the quick library reads; nothing is an error to it. */
function byJsYaml(text: string): unknown {
  try {
    return text.replace(/#.*/g, '').trim() === '' ? '' : asText(load(text, { schema: FAILSAFE_SCHEMA }));
  } catch {
    return undefined;
  }
}

/** Nothing and empty text are the same to a form. */
function asText(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}

const written = (value: unknown): string => JSON.stringify(asText(JSON.parse(JSON.stringify(value ?? ''))));

/** Findings on files that are put beside a sound registry, some at a time. */
function findingsOn(files: readonly (readonly [file: string, text: string])[]): readonly Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < files.length; at += TOGETHER) {
    const some = files.slice(at, at + TOGETHER);
    const all = soundRegistry();
    for (const [file, text] of some) all.set(file, { bytes: bytes(text) });
    const sources = [...all].map(([file, source]) => ({ file, ...source }));
    const only = new Set(some.map(([file]) => file));
    found.push(...check(sources, { today: TODAY, only, similarity: { compare: '不查' } }).findings);
  }
  return found;
}

/** Everything that is said has words, a repair and a place, and steers nothing. */
function expectWords(findings: readonly Finding[]): void {
  const dumb = findings.filter(({ message, fix, article, line, column }) => {
    const said = /[\u4e00-\u9fff]/.test(message) && fix !== '' && article !== '' && line >= 1 && column >= 1;
    return !said || /\n|(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(message);
  });
  expect(dumb).toEqual([]);
}

const fileOf = (at: number): string =>
  `projects/shili/xin-${at.toString(2).replaceAll('0', 'a').replaceAll('1', 'b')}.md`;

describe('ways to write YAML', () => {
  it('are more than the suite has', () => {
    expect(new Set(CASES.map(({ head }) => head)).size).toBeGreaterThan(700);
  });

  it('are read in a head as both libraries read them, or said to be wrong', () => {
    const wrong = CASES.flatMap(({ says, head }) => {
      const whole = `---\n${head}\n---\n`;
      const { head: read, problems } = parseFile(bytes(whole));
      if (problems.length > 0) return [];
      const text = splitFile(whole).head;
      const agreed = [byYaml(text), byJsYaml(text)].map((one) => written(one === '' ? {} : one));
      return agreed.every((one) => one === written(read.raw)) ? [] : [`${says}: ${agreed}`];
    });
    expect(wrong).toEqual([]);
  });

  it('and in records', () => {
    const wrong = CASES.flatMap(({ says, head }) => {
      const log = `- ${head.replaceAll('\n', '\n  ')}\n`;
      const { raw, problems } = parseLog(bytes(log));
      if (problems.length > 0) return [];
      const agreed = [byYaml(log), byJsYaml(log)].map((one) => written(withoutBlanks(one as string)));
      return agreed.every((one) => one === written(raw)) ? [] : [`${says}: ${agreed}`];
    });
    expect(wrong).toEqual([]);
  });

  it('stop no check, whichever file they stand in', () => {
    const body = filing().split('---\n').slice(2).join('---\n');
    const heads = CASES.map(({ head }, at) => [fileOf(at), `---\n${head}\n---\n${body}`] as const);
    const inside = CASES.map(
      ({ head }, at) => [fileOf(at), filing().replace('---\n', () => `---\n${head}\n`)] as const,
    );
    const references = CASES.map(
      ({ head }, at) => [`references/jia-${at}.md`, `---\n${head}\n---\n`] as const,
    );
    const settings = [
      'office.yaml',
      'units.yaml',
      'lexicon.yaml',
      'numbers.yaml',
      'records/shili/guanai-k7q2.yaml',
    ];
    expectWords(findingsOn([...heads, ...inside, ...references]));
    for (const [at, { head }] of CASES.entries()) {
      if (at % 12 === 0)
        expectWords(findingsOn([[settings[(at / 12) % settings.length] ?? '', `${head}\n`]]));
    }
  });
});

describe('texts that break programs', () => {
  const LABELS = [
    '项目名称',
    '项目预期效果',
    '其他类说明',
    '协调单位',
    '数据归集',
    '知识产权与数据约定',
    '联系方式',
  ];
  const PARTS = /^(\s*(?:- )?(?:说明|接口|编号|纸质编号|名称|来源|金额|日期)): .*$/gm;

  /** As the value of every text of a filing, and in its body. */
  const inEveryField = (text: string): string => {
    const quoted = JSON.stringify(text);
    const plain = filing()
      .split('\n')
      .filter((line) => !LABELS.some((label) => line.startsWith(`${label}:`)))
      .join('\n')
      .replace(PARTS, (_, label: string) => `${label}: ${quoted}`);
    return plain
      .replace('---\n', () => `---\n${LABELS.map((label) => `${label}: ${quoted}\n`).join('')}`)
      .replace('终端误报：', () => `${text}\n\n终端误报：`);
  };

  it('are as many as the list has', () => {
    expect(NAUGHTY.length).toBeGreaterThan(450);
  });

  it('stop no check as values, as heads, as bodies, as records and as settings', () => {
    const values = NAUGHTY.map((text, at) => [fileOf(at), inEveryField(text)] as const);
    const heads = NAUGHTY.map((text, at) => [fileOf(at), `---\n${text}\n---\n\n${text}\n`] as const);
    const unfenced = NAUGHTY.map((text, at) => [fileOf(at), text] as const);
    const references = NAUGHTY.map((text, at) => {
      const quoted = JSON.stringify(text);
      return [
        `references/jia-${at}.md`,
        `---\n名称: ${quoted}\n单位: ${quoted}\n来源: ${quoted}\n---\n${text}\n`,
      ] as const;
    });
    expectWords(findingsOn([...values, ...heads, ...unfenced, ...references]));
  });

  it('that are values come out of both libraries as they went in', () => {
    const wrong = NAUGHTY.filter((text) => {
      const head = `项目名称: ${JSON.stringify(text)}`;
      const { head: read, problems } = parseFile(bytes(`---\n${head}\n---\n`));
      return problems.length === 0 && read.raw.项目名称 !== text;
    });
    expect(wrong).toEqual([]);
  });
});
