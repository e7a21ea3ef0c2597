import type { ClauseId } from '../index.ts';

/** Nobody but the office can settle a reading; until it does, every page says so. */
export type InterpretationStatus = '待办公室确认';

/** How the registry reads the regulation where its words are silent or allow two meanings. */
export interface Interpretation {
  readonly id: string;
  /** The clauses concerned; `quote` stands in the first. */
  readonly clauses: readonly [ClauseId, ...ClauseId[]];
  readonly question: string;
  /** Verbatim from the regulation. */
  readonly quote: string;
  readonly reading: string;
  readonly reason: string;
  /**
   * What carries it out: 「规则」, 「栏目」, 「记录」, 「路径」 or 「设置」 with its name, 「办理次序」 where the
   * steps of the records do, 「由人来办」 where no software can.
   */
  readonly by: readonly [string, ...string[]];
  readonly status: InterpretationStatus;
}
