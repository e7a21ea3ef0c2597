import { doubtfulFiles } from '../../accounts/account.ts';
import type { CheckResult } from '../../check.ts';
import type { Lookup } from '../../registry/facts.ts';
import type { ReadEntry } from '../../registry/read-entry.ts';
import type { ReadReference } from '../../registry/read-reference.ts';
import { type Standing, standingOf } from '../../registry/standing.ts';
import { compareText, type Finding } from '../../text/finding.ts';
import { type CatalogueItem, projectItem, referenceItem } from './catalogue.ts';
import { NAME_ONLY } from './facet-labels.ts';

/** One filing with what the site knows about it. */
export interface ProjectView {
  readonly read: ReadEntry;
  readonly item: CatalogueItem;
  /** Where it stands, derived from its records as of the day of the build. */
  readonly standing: Standing;
  readonly findings: readonly Finding[];
  /** What later rules ask of it; it does not owe that. */
  readonly debt: readonly Finding[];
}

/** A later phase of a project. */
export type Later = Pick<CatalogueItem, 'name' | 'path'>;

/** One reference with what the site knows about it. */
export interface ReferenceView {
  readonly read: ReadReference;
  readonly item: CatalogueItem;
}

/** What a unit's page shows. A folder that the 单位名录 does not have is still a unit here, by its code. */
export interface UnitView {
  readonly code: string;
  readonly name: string;
  readonly projects: readonly ProjectView[];
}

/** Everything the pages look up, worked out once for a build. */
export interface SiteModel {
  readonly registry: CheckResult;
  /** Newest first. */
  readonly projects: readonly ProjectView[];
  readonly references: readonly ReferenceView[];
  /** The catalogue in its standing order: filings, newest first, then references. */
  readonly items: readonly CatalogueItem[];
  /** In the order of the 单位名录, then folders that it lacks. */
  readonly units: readonly UnitView[];
  /** Names by id (`<unit>/<slug>` or `references/<slug>`), for links from one entry to another. */
  readonly byId: Lookup<string, CatalogueItem>;
  /** Filings that name another as their 前期项目, by its id, newest first. */
  readonly laterThan: Lookup<string | undefined, readonly Later[]>;
}

/** Works out the pages' model from a checked registry. Pure. */
export function buildModel(registry: CheckResult): SiteModel {
  const findings = Map.groupBy(registry.findings, ({ file }) => file);
  const doubtful = doubtfulFiles(registry.findings);
  const debt = Map.groupBy(registry.debt, ({ file }) => file);
  const projects = registry.projects
    .map((read) => {
      const standing = standingOf(read.entry, registry);
      const { file } = read.entry;
      const item = { ...projectItem(read, registry.units, standing), doubtful: doubtful.has(file) };
      return { read, item, standing, findings: findings.get(file) ?? [], debt: debt.get(file) ?? [] };
    })
    .sort((a, b) => newestFirst(a.item, b.item));
  const references = registry.references
    .map((read) => ({ read, item: referenceItem(read) }))
    .sort((a, b) => nameOnlyLast(a.item, b.item) || newestFirst(a.item, b.item));
  const items = [...projects, ...references].map(({ item }) => item);
  return {
    registry,
    projects,
    references,
    items,
    units: unitViews(registry, projects),
    byId: new Map(items.map((item) => [item.id, item])),
    laterThan: laterPhases(projects),
  };
}

/** The names of later phases by the id of the earlier one. */
export function laterPhases(
  projects: readonly Pick<ProjectView, 'read' | 'item'>[],
): ReadonlyMap<string | undefined, readonly Later[]> {
  const groups = Map.groupBy(projects, ({ read }) => read.entry.filing.predecessor);
  groups.delete(undefined);
  return new Map(
    [...groups].map(([id, all]) => [id, all.map(({ item: { name, path } }) => ({ name, path }))]),
  );
}

function nameOnlyLast(a: CatalogueItem, b: CatalogueItem): number {
  return Number(a.kind === NAME_ONLY) - Number(b.kind === NAME_ONLY);
}

function newestFirst(a: CatalogueItem, b: CatalogueItem): number {
  return compareText(b.date, a.date) || compareText(a.id, b.id);
}

function unitViews(registry: CheckResult, projects: readonly ProjectView[]): UnitView[] {
  const byUnit = Map.groupBy(projects, ({ read }) => read.entry.unit);
  const codes = new Set([...registry.units.keys(), ...byUnit.keys()]);
  return [...codes].map((code) => ({
    code,
    name: registry.units.get(code)?.name ?? code,
    projects: byUnit.get(code) ?? [],
  }));
}
