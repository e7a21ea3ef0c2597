import type { State } from '../records/lifecycle/states.ts';
import { LABEL_NAMES, LABELS, type LabelName, labelAfterMerge } from './labels.ts';

/** A request that is open no more. */
export interface ClosedRequest {
  readonly key: string;
  readonly labels: readonly string[];
  /** The commit on the main branch that it became; undefined when it was closed without being merged. */
  readonly mergedAs: string | undefined;
}

/** What became of a project; undefined when the registry holds it no more. */
export type StateOf = (id: string) => State | undefined;

/** Of several filings in one request the one that has most before it speaks. */
const ORDER: readonly LabelName[] = ['待补正', '待受理', '待审核', '待论证', '暂缓', '已受理', '办结'];

/**
 * The label that each closed request bears now: how far its filings have come, by the records. A request that was never
 * ours, and brought no filing, is left alone. Pure; the same state gives the same labels.
 */
export function labelsAfter<Request extends ClosedRequest>(
  closed: readonly Request[],
  filedBy: ReadonlyMap<string, readonly string[]>,
  stateOf: StateOf,
): readonly { readonly request: Request; readonly label: LabelName }[] {
  return closed.flatMap((request) => {
    const filed = request.mergedAs === undefined ? [] : (filedBy.get(request.mergedAs) ?? []);
    if (filed.length === 0 && !isOurs(request)) return [];
    return [{ request, label: labelOf(filed, stateOf) }];
  });
}

const isOurs = ({ labels }: ClosedRequest): boolean =>
  LABEL_NAMES.some((name) => LABELS[name].group === '状态' && labels.includes(name));

function labelOf(filed: readonly string[], stateOf: StateOf): LabelName {
  const labels = filed.map((id) => {
    const state = stateOf(id);
    return state === undefined ? '办结' : labelAfterMerge(state);
  });
  return ORDER.find((label) => labels.includes(label)) ?? '办结';
}
