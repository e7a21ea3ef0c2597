import { clip } from '../text/clip.ts';
import { compareText, type Finding } from '../text/finding.ts';
import { fenced, inertMarkdown as inert, visible } from '../text/inert.ts';
import type { ChangeFacts, Collision, FilingFacts } from './change-facts.ts';
import type { CheckItem, Decision } from './decision.ts';
import { similarSection } from './similar-section.ts';
import { summaryOf } from './verdict.ts';
import { checksPage, isExpected, lineLink, MOST_FILINGS, ruleLink } from './words.ts';

/** GitHub refuses a comment of more than 65,536 characters. */
const MOST_CHARACTERS = 60_000;
/** Findings of one weight that are listed, and the room that they may take. */
const MOST_LISTED = 60;
const MOST_SECTION = 24_000;
/** Platforms show a few of the remarks beside the lines, too: only the command shows all of them. */
const SEE_ALL = '在自己电脑上执行 npm run -s registry -- check 看全部';
const MOST_TITLE = 60;
const MOST_CELL = 90;

/** The one comment on a change: what to do first, then why. */
export function commentOf(facts: ChangeFacts, decision: Omit<Decision, 'comment'>): string {
  const { verdict, nextStep, reviewer, checklist, seen } = decision;
  const sections: readonly (readonly string[])[] = [
    [
      `## ${verdict}`,
      '',
      `${summaryOf(verdict, facts)}。`,
      '',
      `**下一步**：${nextStep.who === '无' ? '' : `轮到${nextStep.who}。`}${inert(nextStep.what)}。`,
    ],
    facts.filings.length > MOST_FILINGS
      ? filingList(facts)
      : facts.filings.flatMap((filing) => filingHead(filing)),
    misplaced(facts),
    findingSection('必改', facts, (one) => one.severity === 'error'),
    clickable(decision.suggestions.length),
    findingSection('请判断', facts, (one) => one.severity === 'judgement' && !isExpected(one)),
    folded(`应填未填 {n} 项（不挡受理，补上能少来回）`, facts, isExpected),
    folded(`提醒 {n} 处（能补就补，不影响受理）`, facts, (one) => one.severity === 'warning'),
    facts.filings.slice(0, MOST_FILINGS).flatMap((filing) => similarBlock(filing, facts)),
    collisionSection(facts),
    checklistSection(checklist),
    verdict === '没有核对'
      ? []
      : ['### 请谁看，为什么', '', `${inert(reviewer.who)}：${inert(reviewer.why)}。`, ...preview(facts)],
    notesSection(facts),
    ['<details><summary>程序看到了什么</summary>', '', fenced('json', safeJson(seen)), '', '</details>'],
  ];
  return joinWithin(sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n').trimEnd()));
}

/** Sections as far as they find room, the last one always: a comment that is refused says nothing at all. */
function joinWithin(sections: readonly string[]): string {
  const last = sections.at(-1) ?? '';
  const kept: string[] = [];
  let room = MOST_CHARACTERS - last.length;
  for (const section of sections.slice(0, -1)) {
    if (section.length > room) continue;
    kept.push(section);
    room -= section.length + 2;
  }
  const left = sections.length - 1 - kept.length;
  if (left > 0) kept.push(`（内容太多，有 ${left} 段没有列出；${SEE_ALL}。）`);
  return `${[...kept, last].join('\n\n')}\n`;
}

function filingHead(filing: FilingFacts): readonly string[] {
  const { name, id, unit, isNew, route, money, standing, changes } = filing;
  const said = route
    ? `${route.clause}，${route.form}，${route.approval ? '须审核和专家论证' : '不须审批'}`
    : '路径未定：先写清牵头主体、建设阶段和资金';
  return [
    `### ${inert(name)}`,
    '',
    `- 路径：${inert(said)}`,
    `- 申报单位：${inert(unit)}（${inert(id)}，${isNew ? '新申报' : '改已有的'}）`,
    ...(money === undefined ? [] : [`- 资金预算：${inert(money)}`]),
    ...(route ? [`- 要附：${inert(route.attachments.join('、'))}`] : []),
    ...(isNew ? [] : [`- 办理：${inert(standing)}`]),
    ...changes.map((words) => `- 改了：${inert(words)}`),
    '',
  ];
}

function filingList({ filings }: ChangeFacts): readonly string[] {
  return [
    `### 一次提交了 ${filings.length} 份申报`,
    '',
    '| 项目 | 单位 | 路径 |',
    '| --- | --- | --- |',
    ...filings
      .slice(0, MOST_LISTED)
      .map(
        ({ name, unit, route }) => `| ${inert(name)} | ${inert(unit)} | ${inert(route?.clause ?? '未定')} |`,
      ),
    ...(filings.length > MOST_LISTED
      ? ['', `还有 ${filings.length - MOST_LISTED} 份没有列出，都核对了。`]
      : []),
  ];
}

/**
 * People look for the page of a filing. What a stranger wrote is published by nobody before the office has seen it; the
 * job that checks it keeps the site as a file. Nothing is offered of a change of the program: that file would run it.
 */
function preview({ filings, outside, places }: ChangeFacts): readonly string[] {
  if (filings.length === 0) return [];
  const page = outside.length === 0 ? checksPage(places) : undefined;
  return [
    '',
    '没有并入的内容不放到网上，所以没有预览的网址；并入以后，网站上就有它的项目页。',
    ...(page === undefined
      ? []
      : [
          `想先看样子：打开[核对运行的那一页](${page})，左边选「validate」，跑完后在最下面「Artifacts」里下载「site-preview」，解压到自己的电脑上看，保留 7 天。`,
        ]),
  ];
}

/** Files that lie where nobody reads them, when something else was looked at. */
function misplaced({ outside, filings, files }: ChangeFacts): readonly string[] {
  if (outside.length === 0) return [];
  const shown = outside.slice(0, 10).map((path) => `- ${inert(path)}`);
  const more = outside.length > shown.length ? [`- 还有 ${outside.length - shown.length} 个`] : [];
  const why =
    filings.length + files.length === 0
      ? '下面的文件不在登记库里，没有人读得到'
      : '下面的文件不在登记库里，没有核对';
  return [`### 没有核对的文件`, '', `${why}：`, '', ...shown, ...more];
}

function findingSection(
  title: string,
  facts: ChangeFacts,
  wanted: (one: Finding) => boolean,
): readonly string[] {
  const found = facts.findings.filter(wanted);
  return found.length === 0 ? [] : [`### ${title}（${found.length} 处）`, '', ...findingRows(found, facts)];
}

/** Where the remarks with a button are found; not every forge has such a button. */
function clickable(count: number): readonly string[] {
  if (count === 0) return [];
  return [
    `只有一种改法的，已经写成 ${count} 条修改建议：打开「Files changed」（改动的文件），在那一行下面点「Commit suggestion」（采纳建议）就改好。平台没有这个按钮的，照上面「怎样改」写。`,
  ];
}

function folded(title: string, facts: ChangeFacts, wanted: (one: Finding) => boolean): readonly string[] {
  const found = facts.findings.filter(wanted);
  if (found.length === 0) return [];
  const head = `<details><summary>${title.replace('{n}', String(found.length))}</summary>`;
  return [head, '', ...findingRows(found, facts), '', '</details>'];
}

/** As many rows as there is room for: a section that is too long would be left out as a whole. */
function findingRows(found: readonly Finding[], facts: ChangeFacts): readonly string[] {
  for (let count = Math.min(found.length, MOST_LISTED); ; count = Math.ceil(count / 2)) {
    const rows = rowsOf(found.slice(0, count), facts);
    if (count > 1 && rows.join('\n').length > MOST_SECTION) continue;
    const left = found.length - count;
    return left > 0
      ? [...rows, `还有 ${left} 处没有列出：先改好上面的，再核对时接着列；${SEE_ALL}。`]
      : rows.slice(0, -1);
  }
}

function rowsOf(shown: readonly Finding[], facts: ChangeFacts): readonly string[] {
  const groups = [...Map.groupBy(shown, ({ file }) => file)].sort(([a], [b]) => compareText(a, b));
  return groups.flatMap(([file, all]) => [
    ...(groups.length > 1 || facts.filings.length !== 1 ? [`**${inert(file)}**`, ''] : []),
    '| 位置 | 问题 | 怎样改 | 依据 |',
    '| --- | --- | --- | --- |',
    ...all.map(
      (one) =>
        `| ${lineLink(facts, one)} | ${inert(problemOf(one))} | ${inert(repairOf(one))} | ${ruleLink(facts, one)} |`,
    ),
    '',
    ...toCopy(all),
  ]);
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';
const isLong = ({ fix }: Finding): boolean => fix.includes('\n');

/** A cell of a table is for reading at a glance: the clause stands in its own column, what is long stands below. */
function problemOf(one: Finding): string {
  const said = withoutClause(one);
  if (!isLong(one) || said.length <= MOST_CELL) return said;
  const end = said.slice(0, MOST_CELL).search(/[，；][^，；]*$/);
  return `${said.slice(0, end > 0 ? end : MOST_CELL)}……`;
}

const withoutClause = ({ message, article }: Finding): string =>
  message.endsWith(`（${article}）`) ? message.slice(0, -article.length - 2) : message;

const repairOf = (one: Finding): string =>
  isLong(one) ? `${firstLine(one.fix).replace(/，?例如：$/, '')}，写法在表的下面` : one.fix;

/** What is to be written over several lines, where it can be copied with its blanks. */
function toCopy(found: readonly Finding[]): readonly string[] {
  return found
    .filter(isLong)
    .flatMap(({ fix, message }) => [
      `<details><summary>照抄的写法：${inert(clip(firstLine(message), MOST_TITLE))}</summary>`,
      '',
      `${inert(message)}：`,
      '',
      fenced('yaml', visible(fix.slice(fix.indexOf('\n') + 1))),
      '',
      '</details>',
      '',
    ]);
}

function similarBlock(filing: FilingFacts, facts: ChangeFacts): readonly string[] {
  const whose = facts.filings.length > 1 ? `：${inert(filing.name)}` : '';
  return [`### 查重${whose}`, '', ...similarSection(filing, facts), ''];
}

function collisionSection({ collisions, places }: ChangeFacts): readonly string[] {
  if (collisions.length === 0) return [];
  return [
    '### 还有别的提交在报',
    '',
    '先提交的在前。办公室可以合并、分开，或者请一家撤回；在定下以前，不会因此退回。',
    '',
    ...collisions.map((one) => `- ${collisionWords(one, places.number !== undefined)}`),
  ];
}

function collisionWords({ change, earlier, name, unit, mine, how }: Collision, numbered: boolean): string {
  const which = /^\d+$/.test(change) && numbered ? `第 ${change} 号提交` : inert(change);
  const order = earlier === undefined ? '' : earlier ? '（比这一件早）' : '（比这一件晚）';
  const said = how === '同一份文件' ? '改的是同一份文件' : `与「${inert(mine)}」相近`;
  return `${which}${order}：${inert(unit)}「${inert(name)}」，${said}`;
}

function checklistSection({ unit, office }: Decision['checklist']): readonly string[] {
  const block = (title: string, items: readonly CheckItem[]): readonly string[] =>
    items.length === 0
      ? []
      : [
          `**${title}**`,
          '',
          ...items.map(({ what, done }) => `- [${done === true ? 'x' : ' '}] ${inert(what)}`),
          '',
        ];
  if (unit.length + office.length === 0) return [];
  return ['### 核对单', '', ...block('申报单位', unit.slice(0, MOST_LISTED)), ...block('办公室', office)];
}

function notesSection({ notes }: ChangeFacts): readonly string[] {
  return notes.length === 0 ? [] : ['### 另外要知道', '', ...notes.map((note) => `- ${inert(note)}`)];
}

/** In a block of code nothing is Markdown; a mention is none either, but the marks of HTML are taken out all the same. */
function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(
    /[<>&@]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
