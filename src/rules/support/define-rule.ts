import type { Entry } from '../../form/entry.ts';
import { type FieldKey, type Filing, fieldOf } from '../../form/fields.ts';
import type { RegistryFacts } from '../../registry/facts.ts';
import type { SealedFile } from '../../registry/sealed-files.ts';
import type { ClauseId } from '../../regulation/index.ts';
import type { Route } from '../../regulation/routes.ts';
import type { Comparison } from '../../similarity/comparison.ts';
import type { Path, Problem, Severity } from '../../text/finding.ts';
import { articleOf, problemOf, type RuleText } from '../catalogue.ts';

/** What a rule may know besides the entry itself. Passed in: the core looks nothing up. */
export interface Facts extends RegistryFacts {
  /** A sealed attachment by its path below the registry folder; undefined when no such file is there. */
  readonly sealedFile: (path: string) => SealedFile | undefined;
  /** What is like an entry; undefined when this check does not compare it. */
  readonly similarTo: (entry: Entry) => Comparison | undefined;
  /** In a change: what the office has settled, as the base says. What the change brings along cannot speak for it. */
  readonly settled?: Pick<RegistryFacts, 'records' | 'lifeOf'>;
  /** Whether one file lay in the registry before another came; undefined where its history does not say. */
  readonly isEarlier?: IsEarlier;
}

/** By their paths below the registry folder. */
export type IsEarlier = (file: string, other: string) => boolean | undefined;

/**
 * One fault as a rule states it; rule id, severity and clause are added from the rule.
 * A path that begins with 办理记录 leads into the project's records, any other into its filing.
 */
export interface Fault {
  readonly path: Path;
  readonly message: string;
  readonly fix: string;
  /** A milder or stricter weight than the rule's own, for a stated reason. */
  readonly severity?: Severity;
}

/** A filing in which the named fields are certainly there. */
export type With<K extends FieldKey> = Filing & { readonly [P in K]-?: NonNullable<Filing[P]> };

/** An executed example: a sound filing of one route, with some labels written otherwise (null: left out). */
export interface Example {
  readonly says: string;
  readonly base: BaseName;
  readonly edit: Readonly<Record<string, ExampleValue | null>>;
  /** The events that the office has recorded for it, in the file's notation. */
  readonly records?: readonly ExampleEvent[];
  /** What the office has set (office.yaml 设置), in the file's notation. */
  readonly settings?: Readonly<Record<string, string>>;
}
/** In the file's notation; only 受理内容 has parts. */
export type ExampleEvent = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
export type ExampleValue = string | readonly ExampleValue[] | { readonly [label: string]: ExampleValue };
/** The sound filings that examples start from, one for each row of the route table. */
export type BaseName = '6.1' | '6.2财政' | '6.2非财政' | '6.3' | '6.4财政' | '6.4非财政';

export interface RuleSpec<K extends FieldKey> extends Omit<RuleText, 'kind' | 'article' | 'badText'> {
  readonly clauses: readonly [ClauseId, ...ClauseId[]];
  /** The rule speaks only when these fields are filled in and readable. */
  readonly needs: readonly K[];
  /** It also stays silent while one of these is written but unreadable. */
  readonly reads?: readonly FieldKey[];
  /** Only for entries on these rows of Article 6. */
  readonly routes?: (route: Route) => boolean;
  readonly ok: readonly [Example, ...Example[]];
  readonly bad: readonly [Example, ...Example[]];
  readonly check: (filing: With<K>, entry: Entry, facts: Facts) => Iterable<Fault>;
}

/** A rule ready to run. */
export interface Rule extends Omit<RuleSpec<never>, 'check' | 'needs'>, RuleText {
  readonly clauses: readonly [ClauseId, ...ClauseId[]];
  readonly needs: readonly FieldKey[];
  readonly run: (entry: Entry, facts: Facts) => Problem[];
}

/** Makes a rule: silent when its fields are absent or unreadable or the route is another; otherwise all its faults. */
export function defineRule<const K extends FieldKey>(spec: RuleSpec<K>): Rule {
  const { check, ...doc } = spec;
  const rule = { ...doc, kind: '办法', article: articleOf(spec.clauses) } as const;
  const silent = [...spec.needs, ...(spec.reads ?? [])];
  const speaks = (entry: Entry): boolean => {
    if (spec.routes && !(entry.route && spec.routes(entry.route))) return false;
    if (silent.some((key) => entry.unreadable.has(key))) return false;
    return spec.needs.every((key) => entry.filing[key] !== undefined);
  };
  return {
    ...rule,
    run: (entry, facts) => {
      if (!speaks(entry)) return [];
      const faults = check(entry.filing as With<K>, entry, facts);
      return Array.from(faults, ({ path, message, ...more }) => problemOf(rule, path, message, more));
    },
  };
}

/** The label of a field, for messages and paths: written once in the dictionary. */
export function labelOf(key: FieldKey): string {
  return fieldOf(key).label;
}
