import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RULE_DOCS } from '../src/rules/support/docs.ts';
import type { Finding } from '../src/text/finding.ts';
import {
  type Expected,
  FIXTURES,
  judge,
  readExpected,
  ruleOf,
  SOUND,
  shown,
  TODAY,
  writeFixture,
} from './support/fixture.ts';

const { names, filesOf, needlessIn } = FIXTURES;
const scratch = mkdtempSync(join(tmpdir(), 'registry-fixtures-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const expected = (fixture: string): readonly Expected[] => readExpected(FIXTURES.expectationOf(fixture));

/** The real command; gives its exit code and what it printed. */
function run(fixture: string): Promise<{ code: number; findings: readonly Finding[] }> {
  const root = join(scratch, fixture);
  writeFixture(fixture, root);
  const args = ['scripts/registry.ts', 'check', '--root', root, '--format', 'json', '--today', TODAY];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, findings: JSON.parse(stdout).findings });
    });
  });
}

describe('the fixtures', () => {
  it('and their expectations go in pairs', () => {
    expect(FIXTURES.expected).toEqual(names);
  });

  it('lie over a base in which nothing is found, and hold only what differs from it', () => {
    expect(judge(FIXTURES.base)).toEqual([]);
    expect(names.flatMap(needlessIn), '删去这些文件，或者执行 npm run golden').toEqual([]);
  });

  it('cover every rule that can appear in a report, and name no other', () => {
    const named = new Set(names.map(ruleOf).filter((id) => id !== SOUND));
    // Hostile files and changes cannot lie in a folder as they are: tests/hostile builds them, complete in itself.
    const apart = RULE_DOCS.filter(({ kind }) => kind === '安全' || kind === '改动').map(({ id }) => id);
    const needed = RULE_DOCS.map(({ id }) => id).filter((id) => !apart.includes(id));
    expect(needed.filter((id) => !named.has(id))).toEqual([]);
    expect([...named].filter((id) => !needed.includes(id) && !apart.includes(id))).toEqual([]);
  });

  it.each(names)('%s gives exactly what is expected', (fixture) => {
    const findings = judge(filesOf(fixture));
    expect(shown(findings)).toEqual(expected(fixture));
    if (ruleOf(fixture) === SOUND) expect(findings).toEqual([]);
    else expect(findings.map(({ rule }) => rule)).toContain(ruleOf(fixture));
    for (const { message, article, fix, line, column } of findings) {
      expect(message).toMatch(/\p{Script=Han}/u);
      expect(article).not.toBe('');
      expect(fix).not.toBe('');
      expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
    }
  });

  it('never repeat a mobile number in a message', () => {
    for (const fixture of names.filter((name) => ruleOf(name) === 'no-personal-data')) {
      // The example of an office line is made of noughts too.
      const said = JSON.stringify(judge(filesOf(fixture))).replaceAll('0371-00000000', '');
      expect(said, fixture).not.toMatch(/1[3-9]\d{9}|0000/);
    }
  });
});

describe('the command', () => {
  const blocking = 'field-invalid--two-faults-in-one-file';
  const advisory = 'parse-line-ends--crlf-and-bom';
  const judgement = 'art3-definition--only-other-content';

  it.each([blocking, advisory, judgement, 'sound--one-entry-of-each-route'])(
    'on %s says the same, and ends with 1 only for an error',
    async (fixture) => {
      const { code, findings } = await run(fixture);
      const rules = findings.map(({ rule, line }) => [rule, line]);
      expect(rules).toEqual(expected(fixture).map(({ rule, line }) => [rule, line]));
      expect(code).toBe(expected(fixture).some(({ severity }) => severity === 'error') ? 1 : 0);
    },
  );
});
