import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isClauseId } from '../regulation/index.ts';
import { RULE_DOCS } from '../rules/support/docs.ts';
import { runBytes } from '../site/build/run-example.ts';

const FOLDER = new URL('./guides/', import.meta.url);
const names = readdirSync(FOLDER);
const texts = names.map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }));
const blocks = texts.flatMap(({ name, text }) =>
  [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) => ({ name, block })),
);

describe('the guides', () => {
  it.each(blocks)('show in $name only what the check can read', ({ block }) => {
    const text = block.startsWith('---\n') ? block : `---\n${block}---\n`;
    const faults = runBytes('projects/shili/xiangmu.md', new TextEncoder().encode(text)).filter(
      ({ rule, severity }) => severity === 'error' && rule !== 'field-missing' && !rule.startsWith('annex2-'),
    );
    expect(faults).toEqual([]);
  });

  it('link only to rules, clauses and guides that are there', () => {
    const links = texts.flatMap(({ text }) =>
      [...text.matchAll(/\]\((\/[^)]*)\)/g)].map(([, to = '']) => to),
    );
    const rules = RULE_DOCS.map(({ id }) => `/rules/${id}/`);
    const guides = names.map((name) => `/guides/${name.replace('.mdx', '')}/`);
    for (const link of links) {
      if (/^\/rules\/./.test(link) && !link.includes('#')) expect(rules).toContain(link);
      if (/^\/guides\/./.test(link)) expect(guides).toContain(link);
      const clause = /^\/regulation\/#(.+)$/.exec(link)?.[1];
      if (clause !== undefined) expect(isClauseId(clause), link).toBe(true);
    }
    expect(links.length).toBeGreaterThan(10);
  });

  it.each(texts)('hold in $name no sign that MDX would take for a component', ({ text }) => {
    const words = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
    expect(words.match(/<(?![A-Z][A-Za-z]* ?\/>)[^\n]{0,20}|\{[^\n]{0,20}/g)).toBeNull();
  });
});
