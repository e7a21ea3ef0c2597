import { describe, expect, it } from 'vitest';
import { randomFrom } from '../scripts/lab/random.ts';
import { type CheckResult, check } from '../src/check.ts';
import { judgeChange, judgeOnTip, type Change as Whole } from '../src/gate/judge-change.ts';
import { largeTip } from '../src/gate/large-tip.ts';
import { shelfOf } from '../src/gate/shelf.ts';
import { touchedFiles } from '../src/gate/touched.ts';
import { readRegistryFiles } from '../src/io/registry-files.ts';
import type { SourceFile } from '../src/registry/source-file.ts';
import type { Finding } from '../src/text/finding.ts';

/**
 * A change is judged by what it touches and what that alters. Nothing may get lost by it: together with the debt it finds
 * what a check of the whole registry finds, as the change would leave it.
 */
const TODAY = '2026-11-24';
const TEXT = new TextDecoder();
const BYTES = new TextEncoder();
const SHIPPED = readRegistryFiles('registry');
const OFFICE = check(SHIPPED, { today: TODAY, similarity: { compare: '不查' } }).office?.reviewers[0] ?? '';

type Change = (files: readonly SourceFile[], pick: <T>(list: readonly T[]) => T) => readonly SourceFile[];

const of = (files: readonly SourceFile[], start: string): readonly SourceFile[] =>
  files.filter(
    ({ file }) => file.startsWith(start) && /\.(?:md|yaml)$/.test(file) && !file.includes('README'),
  );

function edited(from: string, edit: (text: string, pick: <T>(list: readonly T[]) => T) => string): Change {
  return (files, pick) => {
    const chosen = pick(of(files, from));
    const bytes = BYTES.encode(edit(TEXT.decode(chosen.bytes), pick));
    return files.map((one) => (one === chosen ? { ...one, bytes } : one));
  };
}

const sorted = (files: readonly SourceFile[]): readonly SourceFile[] =>
  files.toSorted((a, b) => (a.file < b.file ? -1 : 1));

const idsOf = (files: readonly SourceFile[]): readonly string[] =>
  of(files, 'projects/').map(({ file }) => file.replace(/^projects\/|\.md$/g, ''));

/** Kinds of changes; each alters what others have been told. */
const CHANGES: Readonly<Record<string, Change>> = {
  'a filing takes the name of another': (files, pick) => {
    const [one, other] = [pick(of(files, 'projects/')), pick(of(files, 'projects/'))];
    const name = /^项目名称: .*$/m.exec(TEXT.decode(other.bytes))?.[0] ?? '';
    const bytes = BYTES.encode(TEXT.decode(one.bytes).replace(/^项目名称: .*$/m, name));
    return files.map((source) => (source === one ? { ...source, bytes } : source));
  },
  'a filing is deleted': (files, pick) => {
    const gone = pick(of(files, 'projects/'));
    return files.filter((one) => one !== gone);
  },
  'a filing is renamed': (files, pick) => {
    const old = pick(of(files, 'projects/'));
    const moved = { ...old, file: old.file.replace('.md', '-x9.md') };
    return sorted([...files.filter((one) => one !== old), moved]);
  },
  'a filing follows another': (files, pick) => {
    const id = pick(idsOf(files));
    return edited('projects/', (text) => text.replace(/^项目名称:/m, `前期项目: ${id}\n项目名称:`))(
      files,
      pick,
    );
  },
  'a head is broken': edited('projects/', (text) => text.replace('项目名称: ', '项目名称： ')),
  'a phone is written': edited('projects/', (text) => `${text}\n联系 13812345678。\n`),
  'records are deleted': (files, pick) => {
    const gone = pick(of(files, 'records/'));
    return files.filter((one) => one !== gone);
  },
  'a project ends': edited(
    'records/',
    (text) =>
      `${text.trimEnd()}\n- 日期: 2026-11-20\n  事项: 停用\n  说明: 设备老化。\n  经办: 办公室综合组\n`,
  ),
  'a number is given twice': (files, pick) => {
    const numbers = of(files, 'records/').flatMap(
      ({ bytes }) => TEXT.decode(bytes).match(/登记号: .*/g) ?? [],
    );
    return edited('records/', (text) => text.replace(/登记号: .*/, pick(numbers)))(files, pick);
  },
  'a reference goes': (files, pick) => {
    const gone = pick(of(files, 'references/'));
    return files.filter((one) => one !== gone);
  },
  'a unit is closed': edited('units.yaml', (text, pick) => {
    const codes = [...text.matchAll(/^([a-z-]+):$/gm)].map(([, code = '']) => code);
    return text.replace(`\n${pick(codes)}:\n`, '\nchai-fen-ban:\n');
  }),
  'a setting is written': edited('office.yaml', (text) => text.replace(/论证人数: .*/, "论证人数: '9'")),
  'a name differs by its case': (files, pick) => {
    const one = pick(of(files, 'projects/'));
    return sorted([...files, { ...one, file: one.file.replace(/[^/]+$/, (name) => name.toUpperCase()) }]);
  },
  'a file lies astray': (files) => [...files, { file: 'zhuan-lan/a.md', bytes: BYTES.encode('# 甲\n') }],
};

/** As a check of the whole registry says it; a change adds what it says of changes. */
function whole(change: { base: readonly SourceFile[]; head: readonly SourceFile[] }): readonly Finding[] {
  const { findings, debt }: CheckResult = check(change.head, {
    today: TODAY,
    similarity: { compare: '不查' },
  });
  return [...findings, ...debt];
}

const NOT_OF_FILES = /^change-|^art1-duplicates-answered$|^art1-not-split-up$/;
const lines = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ rule }) => !NOT_OF_FILES.test(rule))
    .map((one) => JSON.stringify(one))
    .sort();

describe('what a change and its debt come to is what the whole registry comes to', () => {
  it.each(Object.keys(CHANGES))('%s', (name) => {
    const random = randomFrom(name.length);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    for (let round = 0; round < 3; round++) {
      const head = CHANGES[name]?.(SHIPPED, pick) ?? SHIPPED;
      const change = { base: SHIPPED, head, tip: SHIPPED, outside: [], actor: OFFICE, today: TODAY };
      const { findings, debt } = judgeChange(change);
      expect(lines([...findings, ...debt])).toEqual(lines(whole(change)));
      expectSameInPart(change, findings, debt);
    }
  });

  it('also for several at once', () => {
    const random = randomFrom(20261124);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    for (let round = 0; round < 6; round++) {
      const head = [1, 2, 3].reduce<readonly SourceFile[]>(
        (files) => pick(Object.values(CHANGES))(files, pick),
        SHIPPED,
      );
      const once = sorted([...new Map(head.map((one) => [one.file, one])).values()]);
      const change = { base: SHIPPED, head: once, tip: SHIPPED, outside: [], actor: OFFICE, today: TODAY };
      const { findings, debt } = judgeChange(change);
      expect(lines([...findings, ...debt])).toEqual(lines(whole(change)));
      expectSameInPart(change, findings, debt);
    }
  });
});

/** A large registry is judged in part: the change is judged the same, and of the debt nothing is made up. */
function expectSameInPart(change: Whole, findings: readonly Finding[], debt: readonly Finding[]): void {
  const tip = largeTip(shelfOf(change.tip), TODAY);
  const inPart = judgeOnTip(tip, touchedFiles(change.base, change.head), change);
  expect(lines(inPart.findings)).toEqual(lines(findings));
  const known = new Set(lines(debt));
  expect(lines(inPart.debt).filter((one) => !known.has(one))).toEqual([]);
}
