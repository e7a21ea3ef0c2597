/** One function as an entry states it (功能清单), or as it was drawn from its 建设内容. */
export interface StatedFunction {
  readonly name: string;
  readonly note?: string | undefined;
}

/**
 * What is compared. A name alone is enough; everything else makes the comparison surer. All text is as written:
 * the engine folds it itself, so that what it points at can be highlighted.
 */
export interface Need {
  readonly id: string;
  readonly name: string;
  readonly unit?: string | undefined;
  /** 建设内容, a paragraph of a plan, or a sentence typed in. */
  readonly description?: string | undefined;
  /** 功能清单; where there is none, functions are drawn from the description. */
  readonly functions?: readonly StatedFunction[] | undefined;
  /** 服务对象. */
  readonly audience?: readonly string[] | undefined;
  /** 使用数据 and 产生数据. */
  readonly data?: readonly string[] | undefined;
  /** Code of the filing unit; only entries of one registry have it. */
  readonly unitCode?: string | undefined;
  /** True when the unit serves the whole district (区直单位); a 街道 serves its own area. */
  readonly districtWide?: boolean | undefined;
  /** Id of the earlier phase (前期项目). */
  readonly predecessor?: string | undefined;
  /** Out of use (已停用, 已并入): to compare with, not to reuse. */
  readonly retired?: boolean | undefined;
  /** Built or announced by the state, the province or the city: to be used before anything is built. */
  readonly above?: boolean | undefined;
  /** A project elsewhere (外地): to compare with, never to be answered for. */
  readonly elsewhere?: boolean | undefined;
}

/** A stretch of one text of a need: UTF-16 offsets into the text as written. */
export interface Span {
  /** `function:N` is the N-th item of 功能清单, name and note joined by 「，」. */
  readonly field: '名称' | '建设内容' | `功能:${number}`;
  readonly start: number;
  readonly end: number;
}
