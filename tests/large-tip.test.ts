import { describe, expect, it } from 'vitest';
import { judgeOnTip } from '../src/gate/judge-change.ts';
import { largeTip } from '../src/gate/large-tip.ts';
import { shelfOf } from '../src/gate/shelf.ts';
import { type Tip, tipOf } from '../src/gate/tip.ts';
import { touchedFiles } from '../src/gate/touched.ts';
import { readRegistryFiles } from '../src/io/registry-files.ts';
import { questionsAbout } from '../src/judging/questions.ts';
import { stand } from '../src/judging/standing.ts';
import { isKind, LEXICON_FILE } from '../src/registry/paths.ts';
import type { SourceFile } from '../src/registry/source-file.ts';
import { isPlainPath } from '../src/text/hostile/path.ts';
import { FIXTURES } from './support/fixture.ts';

/**
 * Of a large registry only those files are read that a glance does not rule out. Nothing may be ruled out that has a part in
 * a question or has asked it: for every file of a registry, what is found by way of the glance is what reading all finds.
 */
const TODAY = '2026-11-24';
const BYTES = new TextEncoder();

const sorted = (found: Iterable<string>): string[] => [...found].sort();

function questionsOf(tip: Tip, file: string): ReadonlySet<string> {
  const { project, log } = tip.reading;
  return new Set(questionsAbout({ file, entry: project(file)?.entry, log: log(file) }));
}

/** Where the two differ, in words. */
function differences(files: readonly SourceFile[], chosen: readonly string[]): readonly string[] {
  const [whole, part] = [tipOf(files, TODAY), largeTip(shelfOf(files), TODAY)];
  const asked = new Set([...whole.subjects()].flatMap((subject) => [...stand(subject, whole.reading).asked]));
  const about = chosen.flatMap((file) => {
    const questions = questionsOf(whole, file);
    const [all, found] = [sorted(whole.askers(questions)), sorted(part.askers(questions))];
    return all.join() === found.join() ? [] : [`${file} is asked about by ${all}, not ${found}`];
  });
  const answered = [...asked].filter((question) => !/^(?:entry|file|reference) /.test(question));
  return [
    ...about,
    ...answered.flatMap((question) => {
      const [all, found] = [sorted(whole.saying(question)), sorted(part.saying(question))];
      return all.join() === found.join() ? [] : [`${question} is answered by ${all}, not ${found}`];
    }),
  ];
}

const read = (file: string): boolean =>
  isKind('project', file) || isKind('records', file) || isKind('sealed', file) || isKind('reference', file);

describe('a glance rules nothing out that reading finds', () => {
  it('in the registry that is shipped', () => {
    const files = readRegistryFiles('registry');
    expect(differences(files, files.map(({ file }) => file).filter(read))).toEqual([]);
  }, 60_000);

  it('in every fixture', () => {
    const wrong = FIXTURES.names.flatMap((name) => {
      const files = FIXTURES.filesOf(name);
      if (!files.every(({ file }) => isPlainPath(file))) return [];
      const chosen = files.map(({ file }) => file).filter(read);
      return differences(files, chosen).map((one) => `${name}: ${one}`);
    });
    expect(wrong).toEqual([]);
  }, 60_000);

  const WRITTEN: Readonly<Record<string, string>> = {
    'in quotes': '项目名称: "甲乙"',
    'in quotes with escapes': '项目名称: "\\u7532乙"',
    'over two lines': '项目名称: 甲\n  乙',
    'over two lines with an empty one between': '项目名称: 甲\n\n  乙',
    'as a block': '项目名称: >-\n  甲乙',
    'with blanks and marks': '项目名称:   甲 “乙”  ',
    'with a blank before the colon': '项目名称 : 甲乙',
    'under a quoted label': '"项目名称": 甲乙',
    'with a full-width colon': '项目名称：甲乙',
    'with a comment': '项目名称: 甲乙 # 同名',
    twice: '项目名称: 另一个\n项目名称: 甲乙',
    'with a year': '项目名称: 甲乙（2027年度）',
  };

  it.each(Object.keys(WRITTEN))('in a name that is written %s', (how) => {
    const called = (name: string) => (text: string) => text.replace(/^项目名称: .*$/m, name);
    const model = FIXTURES.base.find(({ file }) => isKind('project', file));
    const another = (slug: string, edit: (text: string) => string): SourceFile => ({
      file: (model?.file ?? '').replace(/[^/]+$/, `${slug}.md`),
      bytes: BYTES.encode(edit(new TextDecoder().decode(model?.bytes))),
    });
    const one = another('yi-ge-z9z8', called('项目名称: 甲乙'));
    const other = another('ling-yi-ge-z9z9', called(WRITTEN[how] ?? ''));
    const files = [...FIXTURES.base, one, other].sort((a, b) => (a.file < b.file ? -1 : 1));
    expect(differences(files, [one.file, other.file])).toEqual([]);
  });
});

describe('a change to a large registry', () => {
  it('says that nothing could be compared where the lexicon cannot be read', () => {
    const shipped = readRegistryFiles('registry');
    const base = shipped.map((one) =>
      one.file === LEXICON_FILE ? { ...one, bytes: BYTES.encode('video: [\n') } : one,
    );
    const changed = base.find(({ file }) => isKind('project', file));
    const text = `${new TextDecoder().decode(changed?.bytes)}\n增加：业主线上表决。\n`;
    const head = base.map((one) => (one === changed ? { ...one, bytes: BYTES.encode(text) } : one));
    const change = { outside: [], actor: undefined, today: TODAY };
    const result = judgeOnTip(largeTip(shelfOf(base), TODAY), touchedFiles(base, head), change);
    expect([...result.findings, ...result.debt].map(({ rule }) => rule)).toContain('lexicon-valid');
    expect(result.similar).toEqual([]);
  });
});
