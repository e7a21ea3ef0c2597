import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { readRegistryFiles } from '../src/io/registry-files.ts';
import { RULE_DOCS } from '../src/rules/support/docs.ts';
import type { Finding } from '../src/text/finding.ts';

/** The day on which every fixture is judged. */
const TODAY = '2026-11-24';
const FOLDER = fileURLToPath(new URL('./fixtures/', import.meta.url));
const SCRIPT = fileURLToPath(new URL('../scripts/registry.ts', import.meta.url));
const EXPECTATION = /\.expected\.json$/;
/** Fixtures of this name show what must not be reported. */
const SOUND = 'sound';

type Expected = Pick<Finding, 'rule' | 'severity' | 'file' | 'line' | 'column' | 'field'>;

const entries = readdirSync(FOLDER, { withFileTypes: true });
const fixtures = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
const expectations = entries
  .filter((entry) => entry.isFile())
  .map(({ name }) => name.replace(EXPECTATION, ''));

const ruleOf = (fixture: string): string => fixture.split('--')[0] ?? '';
const expected = (fixture: string): readonly Expected[] =>
  JSON.parse(readFileSync(`${FOLDER}${fixture}.expected.json`, 'utf8'));
const judge = async (fixture: string): Promise<readonly Finding[]> =>
  check(await readRegistryFiles(`${FOLDER}${fixture}`), { today: TODAY }).findings;

/** The real command; gives its exit code and what it printed. */
function run(fixture: string): Promise<{ code: number; findings: readonly Finding[] }> {
  const args = [SCRIPT, 'check', '--root', `${FOLDER}${fixture}`, '--format', 'json', '--today', TODAY];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, findings: JSON.parse(stdout).findings });
    });
  });
}

describe('the fixtures', () => {
  it('and their expectations go in pairs', () => {
    expect(expectations.sort()).toEqual(fixtures.sort());
  });

  it('cover every rule that can appear in a report, and name no other', () => {
    const named = new Set(fixtures.map(ruleOf).filter((id) => id !== SOUND));
    // Hostile files and changes cannot lie in a folder as they are: tests/hostile builds them, complete in itself.
    const apart = RULE_DOCS.filter(({ kind }) => kind === '安全' || kind === '改动').map(({ id }) => id);
    const needed = RULE_DOCS.map(({ id }) => id).filter((id) => !apart.includes(id));
    expect(needed.filter((id) => !named.has(id))).toEqual([]);
    expect([...named].filter((id) => !needed.includes(id) && !apart.includes(id))).toEqual([]);
  });

  it.each(fixtures)('%s gives exactly what is expected', async (fixture) => {
    const findings = await judge(fixture);
    const shown = findings.map(({ rule, severity, file, line, column, field }) => {
      return { rule, severity, file, line, column, field };
    });
    expect(shown).toEqual(expected(fixture));
    expect(fixture.startsWith(`${SOUND}--`) ? shown : []).toEqual([]);
    if (ruleOf(fixture) !== SOUND) expect(shown.map(({ rule }) => rule)).toContain(ruleOf(fixture));
    for (const { message, article, fix, line, column } of findings) {
      expect(message).toMatch(/\p{Script=Han}/u);
      expect(article).not.toBe('');
      expect(fix).not.toBe('');
      expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
    }
  });

  it('never repeat a mobile number in a message', async () => {
    for (const fixture of fixtures.filter((name) => ruleOf(name) === 'no-personal-data')) {
      expect(JSON.stringify(await judge(fixture)), fixture).not.toMatch(/1[3-9]\d{9}|0000/);
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
