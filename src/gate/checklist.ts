import type { ChangeFacts, FilingFacts } from './change-facts.ts';
import type { CheckItem, Checklist } from './decision.ts';
import { isExpected, MOST_FILINGS } from './words.ts';

/** One line of what a unit looks at before it hands in, and the rules that show it is not done. */
interface UnitLine {
  readonly what: (filing: FilingFacts) => string | undefined;
  readonly undoneBy: RegExp;
}

const UNIT_LINES: readonly UnitLine[] = [
  {
    what: () => '文件放在本单位的文件夹里，没有改别的单位和办公室的文件',
    undoneBy:
      /^(change-(foreign|office|outside|entry|records)|file-place|hostile-(name|path|link|collision))/,
  },
  {
    what: ({ route }) =>
      route ? `填${route.form}，与${route.clause}一致` : '写清牵头主体、建设阶段和资金，定下走哪条路',
    undoneBy: /^(art6-|art2-)/,
  },
  { what: () => '必填的栏目填齐，写法合规', undoneBy: /^(field-(missing|invalid|unknown)|parse-|hostile-)/ },
  {
    what: ({ route }) => route && `附件送达：${route.attachments.join('、')}`,
    undoneBy: /(plan-attached|sealed-attachment)/,
  },
  {
    what: ({ route }) =>
      route?.coordinator === undefined ? undefined : `经协调单位「${route.coordinator}」报送`,
    undoneBy: /coordinator/,
  },
  { what: () => '意见已签字盖章，写了日期和纸质编号', undoneBy: /^annex-opinions/ },
  {
    what: ({ similar, route }) =>
      similar.length === 0 || route?.approval !== true
        ? undefined
        : `查重说明：相似的 ${similar.length} 个逐个写明怎样处理`,
    undoneBy: /^art1-(duplicates|not-filed|not-split)/,
  },
  { what: () => '不涉密，没有手机号、身份证号和个人邮箱', undoneBy: /^(no-|secret-)/ },
];

/** Who has to look at what, for the routes of this change. */
export function checklistOf(facts: ChangeFacts): Checklist {
  if (facts.files.length === 0 && facts.outside.length === 0) return { unit: [], office: [] };
  const weighty = facts.findings.filter((one) => one.severity !== 'warning' && !isExpected(one));
  const byFile = Map.groupBy(weighty, ({ file }) => file);
  const trespass = weighty.filter(({ rule }) => rule.startsWith('change-'));
  const several = facts.filings.length > 1;
  const unit = facts.filings.slice(0, MOST_FILINGS).flatMap((filing) => {
    const open = [...(byFile.get(filing.file) ?? []), ...trespass].map(({ rule }) => rule);
    return unitItems(filing, new Set(open), several ? `${filing.name}：` : '');
  });
  return { unit, office: officeItems(facts) };
}

function unitItems(filing: FilingFacts, open: ReadonlySet<string>, whose: string): readonly CheckItem[] {
  return UNIT_LINES.flatMap(({ what, undoneBy }) => {
    const said = what(filing);
    if (said === undefined) return [];
    return [{ what: `${whose}${said}`, done: ![...open].some((rule) => undoneBy.test(rule)) }];
  });
}

function officeItems(facts: ChangeFacts): readonly CheckItem[] {
  const { filings, findings } = facts;
  // Somebody's filing in the wrong place is nothing for the office to look at yet.
  if (facts.files.length === 0 && facts.author.role !== '办公室') return [];
  if (!facts.files.some(({ kind }) => kind === '项目文件'))
    return [{ what: '另一位办公室人员看过这次改动', done: undefined }];
  const toJudge = findings.filter((one) => one.severity === 'judgement' && !isExpected(one));
  const similar = filings.reduce((sum, filing) => sum + filing.similar.length, 0);
  const papers = new Set(filings.flatMap(({ route }) => route?.attachments ?? []));
  const received = filings.filter((filing) => filing.received);
  return [
    {
      what: `收到${[...papers].join('、') || '附件'}和盖章的意见，与文件里写的名称、日期、编号一致`,
      done: undefined,
    },
    ...(toJudge.length > 0 ? [{ what: `「请判断」的 ${toJudge.length} 处逐条看过`, done: undefined }] : []),
    ...(similar > 0 ? [{ what: `相似的 ${similar} 个项目：是不是重复，由办公室认定`, done: undefined }] : []),
    ...(facts.collisions.length > 0
      ? [{ what: '相近的在报项目：合并、分开，还是撤回一件', done: undefined }]
      : []),
    ...(received.length > 0
      ? [{ what: '受理以后的改动：同意的，并入后记一件「变更」', done: undefined }]
      : []),
    ...(filings.some(({ isNew }) => isNew) ? [{ what: '并入，即为受理；登记号由程序给', done: false }] : []),
    ...(filings.some(({ route, isNew }) => isNew && route?.approval)
      ? [{ what: '受理以后审核，通过的组织专家论证（第四条、第六条）', done: false }]
      : []),
  ];
}
