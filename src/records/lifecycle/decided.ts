/**
 * Readings that the office may decide otherwise in office.yaml. A blank one is the reading of the registry. They say
 * what is owed from now on and never what an event of the past has done.
 */
export interface DecidedReadings {
  /** Reading `private-not-evaluated`. */
  readonly evaluates?: '各单位和财政项目' | '全部' | undefined;
  /** Reading `article-7-and-item-2`. */
  readonly linksItem2?: '否' | '是' | undefined;
}
