import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { decidedNow, RECORDED, recordedChanges } from '../scripts/lab/golden-gate.ts';
import type { ChangeFacts } from '../src/gate/change-facts.ts';
import { decide } from '../src/gate/decide.ts';
import { LABEL_NAMES, LABELS } from '../src/gate/labels.ts';
import { readFacts } from '../src/gate/read-facts.ts';

const factsOf = (change: string): ChangeFacts => {
  const read = readFacts(readFileSync(join(RECORDED, change, 'facts.json'), 'utf8'));
  if ('fault' in read) throw new Error(read.fault);
  return read.facts;
};
const SOUND = 'sound-filing';
const OWED = 'duplicate-unanswered';

describe('recorded changes', () => {
  it.each(recordedChanges())('%s is decided as it was recorded', (change) => {
    for (const [file, text] of decidedNow(change)) expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('meet every verdict', () => {
    const verdicts = recordedChanges().map((change) => decide(factsOf(change)).verdict);
    expect(new Set(verdicts)).toEqual(new Set(['要补正', '可以受理', '办公室改动', '没有核对']));
  });

  it.each(recordedChanges())('%s says the same whatever the day is', (change) => {
    const facts = factsOf(change);
    expect(decide({ ...facts, today: '2031-01-01' })).toEqual(decide(facts));
  });
});

describe('a decision', () => {
  it('puts what the office decided before beside the project that it was about, as plain text', () => {
    const facts = factsOf(OWED);
    const said = '以前的认定：2026-01-05 办公室认定它与「shili/a」不重复：管的|事不同';
    const filings = facts.filings.map((filing) => ({
      ...filing,
      similar: filing.similar.map((one) => ({ ...one, precedents: [said] })),
    }));
    const row = decide({ ...facts, filings })
      .comment.split('\n')
      .find((line) => line.includes('以前的认定'));
    expect(row).toContain('<br>以前的认定：2026-01-05 办公室认定它与「shili/a」不重复：管的');
    expect(new MarkdownIt().render(`| a | b | c | d | e |\n| - | - | - | - | - |\n${row}`)).toContain(
      '管的|事不同',
    );
  });

  it('opens with the verdict and whose turn it is, then the route with its article', () => {
    const { comment } = decide(factsOf(OWED));
    const lines = comment.split('\n').filter((line) => line !== '');
    expect(lines[0]).toBe('## 要补正');
    expect(lines[2]).toMatch(/^\*\*下一步\*\*：轮到申报单位。/);
    expect(lines[4]).toBe('- 路径：第六条第2项，申请表，须审核和专家论证');
  });

  it('never lets a change pass of which nothing was looked at', () => {
    const { status, labels, comment } = decide(factsOf('nothing'));
    expect(status.state).toBe('failure');
    expect(labels).toEqual(['没有核对']);
    expect(comment).not.toContain('没有「必改」');
  });

  it('names the other open filing that came first', () => {
    const { comment, labels } = decide(factsOf('collides-with-an-open-one'));
    expect(labels).toContain('与在报项目相近');
    const order = [...comment.matchAll(/第 (\d+) 号提交（比这一件(早|晚)）/g)].map(([, number, when]) => [
      number,
      when,
    ]);
    expect(order).toEqual([
      ['17', '早'],
      ['31', '晚'],
    ]);
  });

  it('bears exactly one label of the state, and only labels of the table', () => {
    for (const change of recordedChanges()) {
      const { labels } = decide(factsOf(change));
      expect(labels.filter((label) => LABELS[label].group === '状态')).toHaveLength(1);
      expect(labels.filter((label) => !LABEL_NAMES.includes(label))).toEqual([]);
    }
  });

  it('has room: a status of 140 characters, a comment that GitHub takes, whatever comes', () => {
    const facts = factsOf(OWED);
    const [finding] = facts.findings;
    const [filing] = facts.filings;
    if (!finding || !filing) throw new Error('the recorded change has neither');
    const many = Array.from({ length: 3_500 }, (_, at) => ({
      ...finding,
      line: at + 1,
      severity: 'error' as const,
      // Written out, each of them takes five characters.
      message: '<'.repeat(900),
      fix: `写成：\n${'- 名称: 甲\n'.repeat(60)}`,
    }));
    const filings = Array.from({ length: 3_500 }, (_, at) => ({
      ...filing,
      id: `shili/x-${at}`,
      file: `projects/shili/x-${at}.md`,
    }));
    const { comment, status, annotations } = decide({ ...facts, findings: many, filings });
    expect(comment.length).toBeLessThan(65_536);
    // What has to be mended is never what there is no room for.
    expect(comment).toMatch(/### 必改（3500 处）[\s\S]*还有 34\d\d 处没有列出/);
    expect(status.description.length).toBeLessThanOrEqual(140);
    expect(annotations).toHaveLength(3_500);
  });
});

/** Marks that would do something in a comment, in every text that a stranger writes. */
const EVIL =
  '@octocat <img src=x onerror=alert(1)> [通过](https://evil.example) #1 ` | \u202e --> </details>\n## 可以受理';

/** The same facts with every text of the change made evil. */
function poisoned(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => poisoned(one, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name)]));
  }
  // A repair of several lines is put into a block to copy: its lines stay as many as they are.
  const evil = key === 'fix' ? EVIL.replaceAll('\n', ' ') : EVIL;
  return typeof value === 'string' && EVIL_KEYS.has(key) ? `${value}${evil}` : value;
}

const EVIL_KEYS = new Set(
  'id,name,unit,money,effect,functions,changes,module,mine,message,fix,notes,file,outside,coordinator,change,phone,failure,units,lines'.split(
    ',',
  ),
);

describe('text of the change', () => {
  const forge = new MarkdownIt({ html: true, linkify: true });

  it.each(recordedChanges())('%s: brings no mark, link or mention into the comment', (change) => {
    const clean = forge.render(decide(factsOf(change)).comment);
    const { comment } = decide(poisoned(factsOf(change)) as ChangeFacts);
    const html = forge.render(comment);
    expect(html).not.toMatch(/<img|evil\.example"|<h\d>\s*可以受理.*octocat/);
    expect(html.replace(/<code[\s\S]*?<\/code>/g, '')).not.toMatch(/@\w/);
    const [before, after] = [tagsOf(clean), tagsOf(html)];
    // A name that no address can hold loses its link; nothing else may change.
    for (const tag of new Set([...Object.keys(after), ...Object.keys(before)])) {
      if (tag === 'a') expect(after[tag] ?? 0).toBeLessThanOrEqual(before[tag] ?? 0);
      else expect([tag, after[tag]]).toEqual([tag, before[tag]]);
    }
  });

  /** How often each tag stands in a page, but for line breaks. */
  function tagsOf(html: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [, tag = ''] of html.matchAll(/<(\w+)/g))
      if (tag !== 'br') counts[tag] = (counts[tag] ?? 0) + 1;
    return counts;
  }
});

describe('facts that somebody forged', () => {
  const sound = JSON.parse(readFileSync(join(RECORDED, SOUND, 'facts.json'), 'utf8'));
  const finding = JSON.parse(readFileSync(join(RECORDED, OWED, 'facts.json'), 'utf8')).findings[0];

  it.each([
    ['no JSON', '{'],
    ['a number', '7'],
    ['more than there may be', { ...sound, extra: 1 }],
    ['a rule that is none', { ...sound, findings: [{ ...finding, rule: 'all-is-well' }] }],
    ['a severity that is none', { ...sound, findings: [{ ...finding, severity: 'fine' }] }],
    ['a path upwards', { ...sound, findings: [{ ...finding, file: '../../etc/passwd' }] }],
    ['an absolute path', { ...sound, files: [{ ...sound.files[0], file: '/etc/passwd' }] }],
    ['a line that is no number', { ...sound, findings: [{ ...finding, line: '1\nname=value' }] }],
    ['an address with a bracket', { ...sound, places: { ...sound.places, site: 'https://x.example/)[y](' } }],
    ['a commit that is an option', { ...sound, places: { ...sound.places, head: '--upload-pack=x' } }],
    ['a text without end', { ...sound, notes: ['x'.repeat(1e6)] }],
    ['a day with a line behind it', { ...sound, today: '2026-11-24\nx' }],
  ])('are refused: %s', (_, written) => {
    const text = typeof written === 'string' ? written : JSON.stringify(written);
    expect(readFacts(text)).toHaveProperty('fault');
  });

  it('are told from true ones', () => {
    expect(readFacts(JSON.stringify(sound))).toHaveProperty('facts');
  });
});
