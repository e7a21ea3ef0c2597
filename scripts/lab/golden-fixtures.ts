import { existsSync, readFileSync } from 'node:fs';
import { SEVERITY_LABEL } from '../../src/text/finding.ts';
import {
  type Expected,
  type Fixtures,
  judge,
  readExpected,
  ruleOf,
  SOUND,
  shown,
} from '../../tests/support/fixture.ts';
import { comeAndGone, type Difference } from './golden-difference.ts';

/** Where fixtures and their expectations do not agree, by fixture; also what need not or must not lie there. */
export function fixtureDifferences(fixtures: Fixtures): readonly Difference[] {
  const { names, expected, needlessIn, expectationOf } = fixtures;
  const lone = expected.filter((name) => !names.includes(name));
  return [
    ...names.flatMap((name) => differenceOf(fixtures, name)),
    ...names
      .flatMap(needlessIn)
      .map((file) => ({ title: file, file, words: ['与 _base 没有差别，不用再放一份'] })),
    ...lone.map((name) => ({ title: name, file: expectationOf(name), words: ['样例已经没有了'] })),
  ];
}

function differenceOf(fixtures: Fixtures, name: string): readonly Difference[] {
  const file = fixtures.expectationOf(name);
  const present = existsSync(file);
  const now = shown(judge(fixtures.filesOf(name)));
  const text = expectationText(now);
  const refused = misnamed(name, now);
  const same = present && readFileSync(file, 'utf8') === text;
  if (same && refused === undefined) return [];
  const before = present ? readExpected(file).map(sentence) : [];
  const changes = comeAndGone(before, now.map(sentence));
  const reordered = present && !same && changes.length === 0;
  const heading = [...(present ? [] : ['新样例']), ...(reordered ? ['内容没变，只是次序或写法变了'] : [])];
  return [{ title: name, words: [...heading, ...changes], file, text, ...(refused ? { refused } : {}) }];
}

/** A fixture shows the rule it is named after; one that is sound shows nothing. */
function misnamed(name: string, now: readonly Expected[]): string | undefined {
  const rule = ruleOf(name);
  if (rule === SOUND) return now.length > 0 ? '名称以 sound 开头，就不应有任何提示' : undefined;
  return now.some((one) => one.rule === rule) ? undefined : `名称说的是 ${rule}，却没有这条提示`;
}

/** One finding a line, so that a difference reads well. */
function expectationText(findings: readonly Expected[]): string {
  const lines = findings.map((finding) => `  ${JSON.stringify(finding)}`);
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}

function sentence({ rule, severity, file, line, column, field }: Expected): string {
  const where = `${file} 第 ${line} 行第 ${column} 列`;
  return `${SEVERITY_LABEL[severity]} ${rule}，${where}${field === '' ? '' : `「${field}」`}`;
}
