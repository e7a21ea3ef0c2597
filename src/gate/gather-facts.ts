import type { Judged } from '../check.ts';
import type { Entry } from '../form/entry.ts';
import { formatWan, wanText } from '../form/money.ts';
import { type FileKind, isKind } from '../registry/paths.ts';
import { clauseTitle } from '../regulation/index.ts';
import { precedentWords } from '../rules/support/office-verdicts.ts';
import type { OpenFiling } from '../similarity/compare.ts';
import { MOST_SHOWN } from '../similarity/comparison.ts';
import type {
  Author,
  ChangedFile,
  ChangeFacts,
  Collision,
  FilingFacts,
  ModuleFacts,
  Places,
  Repair,
  RouteFacts,
  SimilarFacts,
} from './change-facts.ts';
import type { ChangeOf, ChangeResult } from './judge-change.ts';
import type { Touched } from './touched.ts';

/** What is known besides the two states of the registry. */
export interface Around {
  readonly places: Places;
  readonly repairs?: readonly Repair[];
  /** The issue in which the author wrote the change. */
  readonly issue?: number | undefined;
}

/** The facts of a judged change. Pure. */
export function gatherFacts(change: ChangeOf, result: ChangeResult, around: Around): ChangeFacts {
  const { now, touched } = result;
  const { name = '', phone } = now.office ?? {};
  const open = change.open ?? [];
  return {
    today: change.today,
    author: {
      ...authorOf(change.actor, now),
      ...(around.issue === undefined ? {} : { issue: around.issue }),
    },
    office: { name, ...(phone === undefined ? {} : { phone }) },
    files: touched.map(changedFile),
    outside: change.outside,
    findings: result.findings,
    debt: result.debt,
    notes: result.notes,
    filings: filingsOf(result),
    collisions: collisionsOf(result, open, around.places.number),
    repairs: around.repairs ?? [],
    places: around.places,
  };
}

function authorOf(account: string | undefined, { office, units }: ChangeResult['now']): Author {
  if (account === undefined) return { role: '没有给出', units: [] };
  const own = [...units.values()].filter(({ accounts }) => accounts.includes(account));
  const names = own.map(({ name }) => name);
  if (office?.reviewers.includes(account)) return { account, role: '办公室', units: names };
  return { account, role: own.length > 0 ? '申报单位' : '没有登记', units: names };
}

const KINDS: readonly (readonly [FileKind, ChangedFile['kind']])[] = [
  ['project', '项目文件'],
  ['sealed', '密封附件'],
  ['records', '办理记录'],
  ['reference', '参考项目'],
  ['settings', '办公室设置'],
];

function changedFile({ file, before, after }: Touched): ChangedFile {
  const how = before ? (after ? '修改' : '删除') : '新增';
  return { file, how, kind: KINDS.find(([kind]) => isKind(kind, file))?.[1] ?? '其他文件' };
}

function filingsOf({ touched, now, after, changes, similar }: ChangeResult): readonly FilingFacts[] {
  const entries = new Map(after.projects.map(({ entry }) => [entry.file, entry]));
  const words = new Map(changes.map(({ file, fields }) => [file, fields.map((field) => field.words)]));
  const judged = new Map(similar.map((one) => [one.file, one]));
  return touched.flatMap(({ file, before }): FilingFacts[] => {
    const entry = entries.get(file);
    if (!entry) return [];
    const life = after.lifeOf(entry);
    const { filing, route } = entry;
    return [
      {
        file,
        id: entry.id,
        name: filing.name ?? entry.id,
        unit: now.units.get(entry.unit)?.name ?? entry.unit,
        isNew: before === undefined,
        ...(route ? { route: routeOf(entry) } : {}),
        standing: life.label,
        received: life.facts.has('received'),
        ...(filing.budget === undefined ? {} : { money: moneyWords(entry) }),
        ...(filing.effect === undefined ? {} : { effect: filing.effect }),
        functions: (filing.functions ?? []).map(({ name, note }) => (note ? `${name}：${note}` : name)),
        changes: words.get(file) ?? [],
        ...comparedFacts(judged.get(file)),
      },
    ];
  });
}

function routeOf({ route, filing }: Entry): RouteFacts {
  if (!route) throw new Error('an entry without a route');
  const { coordinator } = filing;
  return {
    clause: clauseTitle(route.clauseId),
    form: route.form,
    approval: route.approval,
    attachments: route.attachments,
    ...(route.coordinator && coordinator !== undefined ? { coordinator } : {}),
    steps: route.steps,
  };
}

function moneyWords({ filing: { budget = 0, sources = [] } }: Entry): string {
  const parts = sources.map(({ source, amount }) => `${source} ${wanText(amount)}`);
  return parts.length === 0 ? formatWan(budget) : `${formatWan(budget)}（${parts.join('，')}）`;
}

type Compared = Pick<FilingFacts, 'similar' | 'modules' | 'telling' | 'compared' | 'failure'>;

function comparedFacts(judged: Judged | undefined): Compared {
  if (!judged) return { similar: [], modules: [], telling: true, compared: false };
  const { comparison, answers, precedents } = judged;
  const shown = comparison.similar.filter(({ relation }) => relation !== '仅供比较').slice(0, MOST_SHOWN);
  const similar = shown.map((one): SimilarFacts => {
    const before = precedents.get(one.id) ?? [];
    return {
      id: one.id,
      name: one.name,
      unit: one.unit,
      standing: one.standing,
      relation: one.relation,
      score: Math.round(one.score * 100),
      status: answers.get(one.id) ?? '不用答复',
      ...(before.length === 0 ? {} : { precedents: before.map(precedentWords) }),
    };
  });
  return {
    similar,
    modules: modulesOf(judged, shown),
    telling: comparison.telling,
    compared: true,
    ...(comparison.failure === undefined ? {} : { failure: comparison.failure }),
  };
}

/** Every module of the filing, with the projects that have it, and the function there that may be the same. */
function modulesOf({ comparison }: Judged, shown: Judged['comparison']['similar']): readonly ModuleFacts[] {
  const evidenceOf = new Map(shown.map(({ id, evidence }) => [id, evidence]));
  return comparison.modules.rows.map(({ name: module, matches }) => ({
    module,
    there: matches.map(({ id, name }) => {
      const hit = evidenceOf.get(id)?.functions.matched.find(({ query }) => query === module);
      return { id, name, module: hit?.other ?? name };
    }),
  }));
}

/** Other open changes that file something alike or hold the same file, in the order of the forge's numbers. */
function collisionsOf(
  { touched, similar }: ChangeResult,
  open: readonly OpenFiling[],
  number: number | undefined,
): readonly Collision[] {
  const mine = new Map(touched.map(({ file }) => [file, file]));
  const alike = similar.flatMap(({ file, entry, comparison }) =>
    comparison.similar
      .filter(({ standing, relation }) => standing === '正在申报' && relation !== '仅供比较')
      .map((other) => ({ other: other.entry, mine: entry.filing.name ?? file })),
  );
  const found = open.flatMap((one): Collision[] => {
    const same = mine.has(one.entry.file);
    const like = alike.find(({ other }) => other === one.entry);
    if (!same && !like) return [];
    const { filing, file, unit } = one.entry;
    const name = filing.name ?? file;
    return [
      {
        change: one.number === undefined ? one.revision : String(one.number),
        ...(one.number === undefined || number === undefined ? {} : { earlier: one.number < number }),
        file,
        name,
        unit: filing.lead?.name ?? unit,
        mine: like?.mine ?? name,
        how: same ? '同一份文件' : '内容相近',
      },
    ];
  });
  const order = ({ change }: Collision): number => Number(change) || Number.POSITIVE_INFINITY;
  return found.sort((a, b) => order(a) - order(b));
}
