import { inertMarkdown as inert } from '../text/inert.ts';
import type { ChangeFacts, FilingFacts, ModuleFacts, SimilarFacts } from './change-facts.ts';
import { owedAnswers, projectLink } from './words.ts';

/** What is like a filing: module by module where it states functions, and the answers that are still owed. */
export function similarSection(filing: FilingFacts, facts: ChangeFacts): readonly string[] {
  const { failure, compared, similar, modules, telling } = filing;
  if (failure !== undefined)
    return [`查重没有做成（${inert(failure)}），不能当作没有重复。再核对一次；还是不成的，报给办公室。`];
  if (!compared) return [`没有查重：${whyNot(facts)}。`];
  if (similar.length === 0) {
    return [
      telling ? '没有找到要答复的相似项目。' : '写得太少，查不出有没有相似的项目；写明建什么、有哪些功能。',
    ];
  }
  const covered = modules.filter(({ there }) => there.length > 0);
  const share = modules.length === 0 ? '' : `${modules.length} 个功能中 ${covered.length} 个别处可能已有；`;
  return [
    `${share}相似的 ${similar.length} 个项目，${owedWords(filing)}。是不是重复由办公室认定。`,
    '',
    '| 相似的项目 | 单位 | 情况 | 相似 | 怎样处理 |',
    '| --- | --- | --- | ---: | --- |',
    ...similar.map((one) => similarRow(one, filing, facts)),
    ...(covered.length === 0
      ? []
      : ['', '| 本项目的功能 | 已有的 |', '| --- | --- |', ...covered.map((one) => moduleRow(one, facts))]),
  ];
}

function whyNot({ findings }: ChangeFacts): string {
  const isTooMany = findings.some(({ rule }) => rule === 'change-few-at-once');
  return isTooMany ? '一次送的申报太多，分几次送以后再查' : '库里还没有可比的项目';
}

function owedWords(filing: FilingFacts): string {
  const owed = owedAnswers(filing);
  if (owed > 0) return `其中 ${owed} 个还要答复`;
  return filing.route?.approval === true ? '都答复了' : '整合对接时一并考虑（第七条），不影响受理';
}

function similarRow(one: SimilarFacts, { route }: FilingFacts, facts: ChangeFacts): string {
  const { id, name, unit, standing, relation, score, status, precedents = [] } = one;
  const shown = standing === '正在申报' ? inert(name) : projectLink(facts, id, name);
  const said = status !== '要答复' ? status : route?.approval === true ? '**要答复**' : '可以考虑';
  return `| ${shown}<br>${inert(id)} | ${inert(unit)} | ${standing}，${relation} | ${score} 分 | ${[said, ...precedents.map(inert)].join('<br>')} |`;
}

function moduleRow({ module, there }: ModuleFacts, facts: ChangeFacts): string {
  const where = there.map(
    ({ id, name, module: other }) => `${projectLink(facts, id, name)}：${inert(other)}`,
  );
  return `| ${inert(module)} | ${where.join('<br>')} |`;
}
