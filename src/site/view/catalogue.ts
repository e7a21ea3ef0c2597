import { publicPart } from '../../form/entry.ts';
import type { Fen } from '../../form/money.ts';
import type { Lifecycle } from '../../records/lifecycle/derive.ts';
import { type Phase, phaseOf, type Uncounted } from '../../records/lifecycle/phases.ts';
import type { State } from '../../records/lifecycle/states.ts';
import type { ReadEntry } from '../../registry/read-entry.ts';
import type { ReadReference } from '../../registry/read-reference.ts';
import { hasNameOnly } from '../../registry/reference-worth.ts';
import type { Unit } from '../../registry/units.ts';
import type { Category, Source, Stage } from '../../regulation/vocabulary.ts';
import { LISTED_KINDS, NAME_ONLY } from './facet-labels.ts';
import { NO_NAME } from './no-name.ts';

/** References of which only the name is known are listed by themselves, and only when asked for. */
export const ITEM_KINDS = [...LISTED_KINDS, NAME_ONLY] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** One line of the catalogue, whether a filing or a reference. */
export interface CatalogueItem {
  readonly id: string;
  readonly kind: ItemKind;
  /** Site address, `/projects/<unit>/<slug>/` or `/references/<slug>/`. */
  readonly path: string;
  readonly name: string;
  /** Who leads or built it. */
  readonly unit: string;
  /** Name of the unit in whose folder a filing lies; undefined for references. */
  readonly filedBy: string | undefined;
  /** True when a unit leads it; false for a social project that a unit only coordinates, and for references. */
  readonly led: boolean;
  /** The other registry from which a reference was taken in. */
  readonly harvestedFrom: string | undefined;
  /** First part of a reference's 地区. */
  readonly region: string | undefined;
  readonly categories: readonly Category[];
  /** 填报时阶段. */
  readonly stage: Stage | undefined;
  /** 目前阶段 of a registered project; of another filing why it is not counted; undefined for references. */
  readonly phase: Phase | Uncounted | undefined;
  /** 办理状态 of a filing, derived from its records. */
  readonly state: State | undefined;
  /** 表式 of a filing; of a reference its 来源类别, or the registry that it was taken from. */
  readonly form: string | undefined;
  /** 总投资, as the office has received it. */
  readonly amount: Fen | undefined;
  /** How much of it is public money; undefined where the sources do not say. */
  readonly publicAmount: Fen | undefined;
  /** The check asks whether the amount is right: it stays out of totals until that is settled. */
  readonly doubtful?: boolean;
  readonly year: number | undefined;
  /** For ordering: YYYY-MM-DD, or YYYY of a reference; '' when unknown. */
  readonly date: string;
  readonly fiscal: boolean | undefined;
  /** Where its money comes from, and with which 新技术 it works, as the filing says. */
  readonly sources: readonly Source[];
  readonly technologies: readonly string[];
  readonly demo: boolean;
  readonly unverified: boolean;
}

/** The catalogue line of a filing; fields that could not be read stay empty. */
export function projectItem(
  { entry }: ReadEntry,
  units: ReadonlyMap<string, Unit>,
  life: Lifecycle,
): CatalogueItem {
  const { filing, id, unit, slug, fiscal } = entry;
  const filedBy = units.get(unit)?.name ?? unit;
  const amount = life.received?.budget ?? filing.budget;
  const lead = life.received?.leadType ?? filing.lead?.type;
  return {
    id,
    kind: '登记项目',
    path: `/projects/${unit}/${slug}/`,
    name: filing.name ?? NO_NAME,
    unit: leadName(filing.lead?.name, filing.coordinator) ?? filedBy,
    filedBy,
    led: lead !== '社会组织' && lead !== '个人',
    harvestedFrom: undefined,
    region: undefined,
    categories: filing.categories ?? [],
    stage: filing.stage,
    phase: phaseOf(life, filing),
    state: life.state,
    form: filing.form,
    amount,
    publicAmount: publicPart(filing, amount),
    year: filing.filedOn === undefined ? undefined : Number(filing.filedOn.slice(0, 4)),
    date: filing.filedOn ?? '',
    fiscal,
    sources: [...new Set((filing.sources ?? []).map(({ source }) => source))],
    technologies: filing.technologies ?? [],
    demo: filing.demo === true,
    unverified: false,
  };
}

/** A person who leads is written 「个人」 and says nothing; the coordinating unit then tells more. */
function leadName(lead: string | undefined, coordinator: string | undefined): string | undefined {
  return lead === '个人' && coordinator !== undefined ? `个人（${coordinator}协调）` : lead;
}

/** The catalogue line of a reference. */
export function referenceItem({ id, slug, record }: ReadReference): CatalogueItem {
  return {
    id,
    kind: hasNameOnly(record) ? NAME_ONLY : '参考项目',
    path: `/references/${slug}/`,
    name: record.name ?? NO_NAME,
    unit: record.unit ?? '（单位未填）',
    filedBy: undefined,
    led: false,
    harvestedFrom: record.harvested?.registry,
    region: record.region?.split('/')[0],
    categories: [],
    stage: undefined,
    phase: undefined,
    publicAmount: undefined,
    state: undefined,
    form: record.harvested?.registry ?? record.phase,
    amount: record.amount,
    year: record.year,
    date: record.year === undefined ? '' : String(record.year),
    fiscal: undefined,
    sources: [],
    technologies: [],
    demo: record.demo === true || record.harvested?.isDemo === true,
    unverified: record.unverified === true,
  };
}
