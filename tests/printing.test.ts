import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { accountsOn } from '../src/accounts/account.ts';
import { evaluateYear } from '../src/accounts/year/evaluate.ts';
import { check } from '../src/check.ts';
import { deskOf } from '../src/desk/desk.ts';
import { remindersOf } from '../src/desk/reminders.ts';
import { findingsOf } from '../src/io/import-references.ts';
import { say, warn } from '../src/io/say.ts';
import { readCsvText } from '../src/ledger/csv.ts';
import { understand } from '../src/ledger/understand.ts';
import { standings } from '../src/registry/standing.ts';
import { deskByUnit, deskText, reminders } from '../src/report/desk.ts';
import { evaluationText } from '../src/report/evaluation.ts';
import { filedText } from '../src/report/filed-report.ts';
import { financeText } from '../src/report/finance.ts';
import { previewText } from '../src/report/import-preview.ts';
import { importText } from '../src/report/import-report.ts';
import { REPORTS } from '../src/report/index.ts';
import { statusList, statusText } from '../src/report/status.ts';
import { bytes, soundRegistry } from './hostile/registry.ts';

const TODAY = '2026-11-24';
/** What a stranger would like to stand on a line of its own. */
const FORGED = '没有发现问题。';
/** Short enough for a name. */
const BRIEF = `\n${FORGED}\n::error::x\n##[error]x\n@octocat`;
const EVIL = `\n\n${FORGED}\n::error file=src/check.ts,line=1::x\n  ::add-mask::x\n##[error]x\n**粗**[y](//z) www.evil.example @octocat`;
/** A filing with these is not read; a ledger is. */
const STEERING = '\u001b[2J\u001b]0;x\u0007\u009b31m\u202e';
const LABELS =
  /^([ -]*(?:项目名称|项目预期效果|数据归集|知识产权与数据约定|接口|说明|编号|纸质编号|经办|理由|事项说明|意见书编号|名称|登记号)): (?!示例街道办事处|邻街街道办事处)(.*)$/gm;

const LONG = /说明|理由|预期效果|数据归集|约定|接口/;

/** A sound registry in which every text goes on with what a stranger would like to be printed. */
function evilRegistry() {
  const files = [...soundRegistry()].map(([file, { bytes: content }]) => {
    const text = new TextDecoder().decode(content).replace(/^ {2}经办: .*$/gm, '$&\n  说明: 无');
    const written = text.replace(LABELS, (_, label: string, value: string) => {
      return `${label}: ${JSON.stringify(`${value.replace(/^'|'$/g, '')}${LONG.test(label) ? EVIL : BRIEF}`)}`;
    });
    return { file, bytes: bytes(/^(?:projects|records)/.test(file) ? written : text) };
  });
  return check(files, { today: TODAY });
}

/** As it would lie on the terminal. */
function printed(text: string, format = 'pretty'): string {
  const lines: string[] = [];
  for (const name of ['log', 'error'] as const)
    vi.spyOn(console, name).mockImplementation((line: string) => void lines.push(line));
  if (format === 'pretty') warn(text);
  say(text, format);
  vi.restoreAllMocks();
  return lines.join('\n');
}

afterEach(() => vi.restoreAllMocks());

describe('what strangers wrote', () => {
  const result = evilRegistry();
  const all = standings(result);
  const accounts = accountsOn(result, TODAY);
  const desk = deskOf(result);
  const ledger = understand(readCsvText(csv(), '台账.csv'));
  const counts = { added: 0, updated: 0, unchanged: 0, read: { 项目: 1 } };

  const reports: readonly (readonly [string, string])[] = [
    ['check', REPORTS.pretty(result, () => undefined)],
    ['status', statusList(all)],
    ...all.map((one, at): readonly [string, string] => [`status ${at + 1}`, statusText(one)]),
    ['queue', deskText(desk)],
    ['queue --by', deskByUnit(desk)],
    ['queue --remind', reminders(desk)],
    ['finance', financeText(accounts, result.findings)],
    ['evaluate', evaluationText(evaluateYear(result, 2026))],
    ['new and edit', filedText('registry', 'projects/shili/guanai-k7q2.md', result)],
    ['import --preview', previewText(ledger)],
    ['import', importText({ ...counts, findings: findingsOf(ledger) }, true)],
  ];

  it('is in the reports that are looked at', () => {
    expect(reports.filter(([, text]) => text.includes(FORGED)).length).toBeGreaterThan(4);
  });

  it.each(reports)('begins no line, starts no command and steers nothing in %s', (_, text) => {
    const lines = printed(text).split('\n');
    expect(lines.filter((line) => line.trim().startsWith(FORGED))).toEqual([]);
    expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
    expect(lines.filter((line) => /(?!\t)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(line))).toEqual([]);
  });

  it('stays what it was in JSON, and steers nothing', () => {
    const json = JSON.stringify({ 名称: EVIL + STEERING });
    expect(printed(json, 'json')).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    expect(JSON.parse(printed(json, 'json'))).toEqual({ 名称: EVIL + STEERING });
  });

  it('adds no command to those for the runner', () => {
    const commands = printed(REPORTS.github(result), 'github').split('\n');
    expect(commands.filter((line) => !/^::(?:error|warning|notice) file=/.test(line))).toEqual([]);
    expect(commands.filter((line) => /file=src/.test(line))).toEqual([]);
  });

  it('is no Markdown in comments and issues', () => {
    const issues = remindersOf(result, [{ number: '1', title: EVIL, since: TODAY, labels: ['待受理'] }]);
    const written = [REPORTS.markdown(result), ...issues.map(({ issue }) => issue?.body ?? '')];
    for (const text of written) {
      expect(text).not.toMatch(/\*\*粗|\]\(\/\/z|www\.evil|@octocat/);
      expect(text.split('\n').filter((line) => line.startsWith(FORGED))).toEqual([]);
    }
  });
});

function csv(): string {
  const cell = `"甲平台${STEERING}${EVIL}"`;
  return `项目名称,来源,${cell}\n${cell},乙,${cell}\n${cell},,丙\n`;
}

describe('the source', () => {
  const sources = ['src', 'scripts'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|mjs|astro)$/.test(file) && !/\.test\.ts$/.test(file))
      .map((file) => join(top, file).replaceAll('\\', '/')),
  );
  /** Scripts of pages speak to a developer's console only; preflight runs before anything is installed. */
  const APART = /^src\/site\/browser\/|^scripts\/preflight\.mjs$/;
  const PRINTS =
    /\bconsole\s*[.[]|\bprocess\s*\.\s*std(?:out|err)(?!\.isTTY)\b|from 'node:console'|\bwriteSync\(\s*[12]\b/;
  /** Prompts of a library, and the terminal itself. */
  const ASKS: readonly string[] = ['src/io/terminal-prompter.ts', 'src/io/say.ts'];

  it('prints in one place alone', () => {
    const others = sources.filter((file) => !APART.test(file) && PRINTS.test(readFileSync(file, 'utf8')));
    expect(others.filter((file) => !ASKS.includes(file)).sort()).toEqual([]);
  });

  it('has templates of workflow commands in their writer alone', () => {
    const commands = sources.filter((file) => /`::[a-z$]/.test(readFileSync(file, 'utf8')));
    expect(commands).toEqual(['src/report/github.ts']);
  });
});
