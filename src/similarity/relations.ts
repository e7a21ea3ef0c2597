/**
 * What two projects are to each other. 迭代: a phase or an upgrade of one's own. 共性需求: the same function for
 * different places, to be built once. 可复用: something of it can be used. 仅供比较: to look at, nothing is asked.
 */
export type Relation = '疑似重复' | '部分重叠' | '迭代' | '共性需求' | '可复用' | '仅供比较';

/** Relations that a filer has to answer. */
export function asksAnswer(relation: Relation): boolean {
  return relation !== '仅供比较' && relation !== '可复用';
}
