import { MEANINGS, type Meaning } from './meanings.ts';
import { programTitle } from './program-titles.ts';
import type { MeaningWords } from './words-list.ts';

/** 元, 万元… as a factor to 万元. */
export const MONEY_UNITS: Readonly<Record<string, number>> = {
  元: 1 / 10_000,
  圆: 1 / 10_000,
  千元: 0.1,
  万: 1,
  万元: 1,
  百万元: 100,
  千万元: 1_000,
  亿: 10_000,
  亿元: 10_000,
};
const UNIT_WORD = '亿元|千万元|百万元|万元|千元|元';
const IN_BRACKETS = new RegExp(
  `[（(\\[【/、,，:：]\\s*(?:单位[:：]?)?(?:人民币)?[:：]?(${UNIT_WORD}|万)\\s*[)）\\]】]?`,
);
const AT_END = new RegExp(`(${UNIT_WORD})$`);

/** What a title may mean, with how sure that is, 0..1. */
export interface TitleMeaning {
  readonly meaning: Meaning;
  readonly score: number;
}

/** A title as it is compared: without width, blanks, line breaks, required marks and remarks in brackets. */
export function foldTitle(title: string): string {
  return (
    title
      .normalize('NFKC')
      .replace(/[\s*★▲#:：]/g, '')
      .replace(/^[一二三四五六七八九十]+[、.]|^\d+[、.]/, '')
      // A questionnaire addresses who fills it in: 「贵单位已建信息系统的名称」.
      .replace(
        /^[贵本您你我](?:单位|部门)(?=已|现|正|在|所|拟)|^(?:该|此|上述)(?:系统|项目|平台)的?(?=.{3})/,
        '',
      )
  );
}

/** The same without what stands in brackets: 预算金额(万元) is 预算金额. */
function withoutBrackets(title: string): string {
  return title
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, '')
    .replace(new RegExp(`[/、,，]?(?:${UNIT_WORD})$`), '');
}

/** The unit of money that a title states, as a factor to 万元. */
export function unitInTitle(title: string): number | undefined {
  const plain = title.normalize('NFKC').replace(/\s/g, '');
  if (/_wan$/i.test(plain)) return 1;
  const word = IN_BRACKETS.exec(plain)?.[1] ?? AT_END.exec(plain)?.[1];
  return word === undefined ? undefined : MONEY_UNITS[word];
}

/** PROJECT_NAME, projectName and project-name are one title. */
function keyOf(title: string): string {
  return foldTitle(title).replace(/[_-]/g, '').toLowerCase();
}

const EXACT = new Map<string, Meaning>(
  Object.entries(MEANINGS).flatMap(([meaning, words]: [string, MeaningWords]) =>
    words.titles.map((title) => [keyOf(title), meaning as Meaning] as const),
  ),
);
const LONGEST = Math.max(...[...EXACT.keys()].map(({ length }) => length)) + 4;
const KNOWN = new Map<string, readonly TitleMeaning[]>();

/** What a text means when it is exactly the title of something; cheap enough to ask of every cell. */
export function exactMeaning(text: string): Meaning | undefined {
  if (text.length > LONGEST || /\d/.test(text)) return undefined;
  return EXACT.get(keyOf(text));
}

/** What a title may mean, the likeliest first. The upper title of two lines decides where the lower says little. */
export function meaningsOf(title: string, above = ''): readonly TitleMeaning[] {
  const key = `${above}\n${title}`;
  const known = KNOWN.get(key);
  if (known) return known;
  const found = above === '' ? single(title) : nested(title, above);
  if (KNOWN.size < 5_000) KNOWN.set(key, found);
  return found;
}

function single(title: string): readonly TitleMeaning[] {
  const full = foldTitle(title);
  const bare = withoutBrackets(full);
  if (bare === '' || full.length > 60) return [];
  const exact = EXACT.get(keyOf(full)) ?? EXACT.get(keyOf(bare));
  if (exact !== undefined) return [{ meaning: exact, score: 1 }];
  const own = programTitle(title.trim());
  if (own !== undefined) return [{ meaning: own, score: 0.8 }];
  if (/^[\d.,%-]+$/.test(bare) && !/^(?:19|20)\d\d$/.test(bare)) return [];
  const found = Object.entries(MEANINGS).flatMap(([meaning, words]: [string, MeaningWords]) => {
    if (words.not?.test(bare)) return [];
    const scores = (words.has ?? []).filter(([pattern]) => pattern.test(bare)).map(([, score]) => score);
    if (scores.length === 0) return [];
    // A long title that only happens to hold the word is a sentence rather than a title.
    return [{ meaning: meaning as Meaning, score: Math.max(...scores) * Math.min(1, 16 / bare.length) }];
  });
  return found.sort((a, b) => b.score - a.score);
}

const MONEY_ABOVE = /投资|资金|金额|预算|经费|概算|费用|(?:分配|安排|补助|下达)(?:总?额|额度|情况)/;
const TOTAL_BELOW = /^(?:合计|小计|总计|总额|总投资|总金额|总数|计|金额|总)$/;
const PLAN_ABOVE = /年度|分年|计划|安排/;

/** 「总投资」 over 「财政」 is money from a source; 「资金」 over 「合计」 is the whole. */
function nested(title: string, above: string): readonly TitleMeaning[] {
  const bare = withoutBrackets(foldTitle(title));
  const own = single(title);
  const parent = single(above)[0];
  if (bare === '') return parent ? [parent] : [];
  // 「待支付」 over 「合计」 is what is still to be paid, and not the whole.
  if (parent?.meaning === '已付金额' && (TOTAL_BELOW.test(bare) || /年|季|月/.test(bare)))
    return [{ meaning: '已付金额', score: 0.9 }];
  if (MONEY_ABOVE.test(above)) {
    if (/^(?:19|20)\d\d年?/.test(bare) || (PLAN_ABOVE.test(above) && /年/.test(bare)))
      return [{ meaning: '年度金额', score: 0.9 }];
    if (TOTAL_BELOW.test(bare))
      return [{ meaning: parent?.meaning === '资金来源' ? '金额' : (parent?.meaning ?? '金额'), score: 0.9 }];
    if (/下达|下拨/.test(bare)) return [{ meaning: '分项金额', score: 0.85 }];
    if (
      /财政|自筹|社会|补助|债|上级|中央|国家|省|市|区|县|其[他它]|配套|贷款|专项|企业/.test(bare) &&
      own[0]?.meaning !== '金额'
    )
      return [{ meaning: '来源金额', score: 0.85 }];
  }
  if (own[0] && own[0].score >= 0.6) {
    // 「合同」 over 「金额」, 「建成」 over 「时间」: only together do they say it.
    const joined = single(`${withoutBrackets(foldTitle(above))}${title}`);
    const vague = /^(?:金额|时间|日期|名称|单位|编号|总额|内容|年份|资金|费用)$/.test(bare);
    return vague && joined[0] && joined[0].score >= 0.6 ? joined : own;
  }
  const joined = single(`${withoutBrackets(foldTitle(above))}${title}`);
  if (joined[0]) return joined;
  // 「时间」 over 「批复」 is 批复时间.
  const turned = single(`${bare}${withoutBrackets(foldTitle(above))}`);
  return turned[0] ? turned : own;
}
