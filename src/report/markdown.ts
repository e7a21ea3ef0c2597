import { type Finding, SEVERITY_LABEL } from '../text/finding.ts';
import { inertMarkdown } from '../text/inert.ts';
import { changeLines, debtSection } from './change-lines.ts';
import type { Reported } from './index.ts';
import { cardLines, type SimilarCard, similarCards } from './similar-cards.ts';
import { summarise, summarySentence } from './summary.ts';

/** The report for a job summary or a comment: a sentence, then a table by file. Text from files is inert in it. */
export function markdownReport(result: Reported): string {
  const summary = summarise(result);
  const said = changeLines(result).map((line) => `- ${inertMarkdown(line)}\n`);
  const head = `## 填报核对结果\n\n${summarySentence(result.checked, summary)}\n${said.length > 0 ? `\n${said.join('')}` : ''}`;
  const debt = debtSection(result);
  const older = debt
    ? [`### ${debt.title}\n\n${debt.lines.map((line) => `- ${inertMarkdown(line)}\n`).join('')}`]
    : [];
  const cards = similarCards(result).map(cardSection);
  const groups = Map.groupBy(result.findings, ({ file }) => file);
  return [head, ...[...groups].map(([file, findings]) => table(file, findings)), ...older, ...cards].join(
    '\n',
  );
}

/** The evidence on one filing. */
function cardSection(card: SimilarCard): string {
  const { title, facts, similar } = cardLines(card);
  const items = similar.flatMap((one) => [
    `- ${inertMarkdown(one.title)}`,
    ...one.lines.map((line) => `  - ${inertMarkdown(line)}`),
  ]);
  return [
    `### ${inertMarkdown(`查重：${title}`)}`,
    '',
    ...facts.map((line) => `- ${inertMarkdown(line)}`),
    ...(items.length > 0 ? ['', ...items] : []),
    '',
  ].join('\n');
}

function table(file: string, findings: readonly Finding[]): string {
  const rows = findings.map(
    ({ severity, line, message, fix }) =>
      `| ${SEVERITY_LABEL[severity]} | ${line} | ${inertMarkdown(message)} | ${inertMarkdown(fix)} |`,
  );
  return [
    `### ${inertMarkdown(file)}`,
    '',
    '| 分量 | 行 | 问题 | 怎样改 |',
    '| --- | ---: | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
