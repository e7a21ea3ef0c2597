import { SEVERITY_LABEL } from '../text/finding.ts';
import { inertMarkdown as inert } from '../text/inert.ts';
import type { ChangeFacts, FilingFacts } from './change-facts.ts';
import type { Packet } from './decision.ts';
import { similarSection } from './similar-section.ts';
import { isExpected, lineLink, MOST_FILINGS } from './words.ts';

/** So many open points are listed: a filing with more is not ready for experts. */
const MOST_OPEN = 30;
/** What the experts are asked; the same five points as on the printed form. */
const POINTS = [
  ['必要性', '要解决什么问题，现在怎样办，不建会怎样'],
  ['共享复用', '查到的相似项目能不能用，不用的理由站不站得住（第一条、第五条）'],
  ['技术路线', '与总平台怎样对接，数据怎样归集，安全等级够不够（第七条）'],
  ['投资', '每项功能值不值这些钱，有没有和已有项目重复的部分（第九条）'],
  ['期限和安全', '工期能不能完成，数据和知识产权归谁（第十一条）'],
] as const;

/** What experts read before 论证: for the filings of the change whose route asks for it. */
export function packetsOf(facts: ChangeFacts): readonly Packet[] {
  return facts.filings
    .filter(({ route }) => route?.approval === true)
    .slice(0, MOST_FILINGS)
    .map((filing) => ({ id: filing.id, name: filing.name, text: packetText(filing, facts) }));
}

function packetText(filing: FilingFacts, facts: ChangeFacts): string {
  const { name, unit, route, money, effect, functions } = filing;
  const open = facts.findings
    .filter((one) => one.file === filing.file && one.severity !== 'warning' && !isExpected(one))
    .slice(0, MOST_OPEN);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
  return [
    `# 论证材料：${inert(name)}`,
    '',
    `- 申报单位：${inert(unit)}`,
    `- 路径：${inert(route ? `${route.clause}，${route.form}` : '路径未定')}`,
    ...(money === undefined ? [] : [`- 资金预算：${inert(money)}`]),
    ...(effect === undefined ? [] : [`- 项目预期效果：${inert(effect)}`]),
    ...section(
      '建什么',
      functions.map((one) => `- ${inert(one)}`),
    ),
    ...section('已经有什么', similarSection(filing, facts)),
    ...section(
      '还没有解决的',
      open.map((one) => `- ${SEVERITY_LABEL[one.severity]}，${lineLink(facts, one)}：${inert(one.message)}`),
    ),
    ...section(
      '请逐项给出意见',
      POINTS.map(([point, asks]) => `- [ ] ${point}：${asks}`),
    ),
    '',
    '与申报单位、承建方有关系的，先声明回避；不同意见单独写。',
  ].join('\n');
}
