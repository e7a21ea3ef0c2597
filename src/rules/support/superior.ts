import type { Entry } from '../../form/entry.ts';
import type { FieldKey, Filing } from '../../form/fields.ts';
import type { Settings } from '../../registry/settings.ts';
import { SUPERIOR_ASKS } from '../../regulation/superior.ts';
import type { Problem } from '../../text/finding.ts';
import { problem } from '../catalogue.ts';
import { labelOf } from './define-rule.ts';

/** What rules of higher bodies find in a filing: only those that the office has named. */
export function superiorProblems({ filing }: Entry, { superior = [] }: Settings): readonly Problem[] {
  const { lead, stage } = filing;
  if (superior.length === 0 || !lead || !stage) return [];
  const all = JSON.stringify(filing);
  return SUPERIOR_ASKS.flatMap(({ id, number, leads, stages, builds, unlessSaid, says }) => {
    if (!superior.includes(number) || !leads.includes(lead.type) || !stages.includes(stage)) return [];
    if (unlessSaid.some((word) => all.includes(word))) return [];
    const found = whereBuilt(filing, builds);
    if (!found) return [];
    const label = labelOf(found.key);
    return [problem(id, [label], `${label}：写了「${found.words}」，${says}`)];
  });
}

const MAKES = '开发|建设|新建|研发|制作|定制|推出|上线|搭建';
/** Another's thing that is used, or none at all. */
const NOT_BUILT = /(?:不|没有|无需|未|接入|对接|嵌入|依托|利用|使用|复用|入驻|通过)[^，。；、]{0,12}$/;

interface Found {
  readonly key: FieldKey;
  readonly words: string;
}

/** The first place where a filing says that it builds one of these things: its name, a function, its text. */
function whereBuilt(
  { name = '', functions = [], overview, content }: Filing,
  things: readonly string[],
): Found | undefined {
  const noun = `(?:${things.join('|')})`;
  const named = new RegExp(`^(.*?)(${noun})`, 'i');
  const made = new RegExp(
    `^(.*?)((?:${MAKES})[^，。；、\\n]{0,15}?${noun}|${noun}[^，。；、\\n]{0,6}(?:${MAKES}))`,
    'i',
  );
  const places: readonly (readonly [FieldKey, readonly string[], RegExp])[] = [
    ['name', [name], named],
    ['functions', functions.map((one) => one.name), named],
    ['functions', functions.map(({ note = '' }) => note), made],
    ['overview', sentences(overview), made],
    ['content', sentences(content), made],
  ];
  for (const [key, texts, pattern] of places) {
    const hit = texts.map((text) => pattern.exec(text)).find((one) => one && !NOT_BUILT.test(one[1] ?? ''));
    if (hit) return { key, words: hit[2] ?? '' };
  }
  return undefined;
}

function sentences(text = ''): readonly string[] {
  return text.split(/[，。；、\n]/);
}
