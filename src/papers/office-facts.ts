import type { Day } from '../form/dates.ts';
import type { Filing } from '../form/fields.ts';
import { formatWan } from '../form/money.ts';
import type { Lifecycle, TimelineStep } from '../records/lifecycle/derive.ts';
import type { Office } from '../registry/office.ts';
import { OFFICE_PAPERS, type OfficeKind } from './kinds.ts';

/** What a paper of the office is made of. */
export interface OfficeFacts {
  readonly id: string;
  readonly filing: Filing;
  readonly life: Lifecycle;
  readonly office: Pick<Office, 'name'> & { readonly phone?: string | undefined };
  /** The name of the unit in whose folder the filing lies. */
  readonly unitName: string;
  /** What the check says must be mended in the filing now; a 补正通知 lists it. */
  readonly open: readonly string[];
  /** The page of the entry, where the site's address is known. */
  readonly address: string | undefined;
}

/** One paper to be written: of a project, of the event that it gives account of, or blank. */
export interface Occasion {
  readonly facts: OfficeFacts | undefined;
  readonly step: TimelineStep | undefined;
}

/** The last event that counts of those that a paper gives account of. */
export function lastStep({ timeline }: Lifecycle, kind: OfficeKind): TimelineStep | undefined {
  const acts: readonly string[] = OFFICE_PAPERS[kind].acts;
  return timeline.findLast(
    ({ act, refusal, voided }) => acts.includes(act) && refusal === undefined && !voided,
  );
}

/** Whom the office writes to: who coordinates, else who leads, and never a person by name. */
export function addressee({ filing: { coordinator, lead }, unitName }: OfficeFacts): string {
  if (coordinator !== undefined) return coordinator;
  return lead === undefined || lead.type === '个人' ? unitName : lead.name;
}

/** The name as it was received, else as it is filed. */
export function projectName({ filing, life, id }: OfficeFacts): string {
  return life.received?.name ?? filing.name ?? id;
}

/** 总投资 as it was received. */
export function totalWords({ filing, life }: OfficeFacts): string {
  const total = life.received ? life.received.budget : filing.budget;
  return total === undefined ? '' : formatWan(total);
}

/**
 * The number of a paper: the document's own, where the office has written one; else the project's with the kind of
 * paper and the day of the event, which no other paper has.
 */
export function numberOf(kind: OfficeKind, { facts, step }: Occasion): string {
  if (!facts) return '';
  const given = step?.event.document ?? step?.event.opinionNumber;
  if (given !== undefined) return given;
  const whole = facts.life.number ?? facts.id;
  if (kind === '受理单') return whole;
  return step === undefined ? '' : `${whole}·${kind}·${compact(step.event.date)}`;
}

const compact = (day: Day): string => day.replaceAll('-', '');
