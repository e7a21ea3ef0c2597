import { factorIn } from './context.ts';

/** What the lines between the projects say of those below: the name of their group, and the unit of their money. */
export class RowGroups {
  /** The line above that names the group. */
  name: string | undefined;
  /** To 万元, where a line above says it: 「二、民生领域（单位：元）」. */
  factor: number | undefined;
  #style: string | undefined;

  /** A line that is no project. Of its own group the unit holds, and of the smaller ones within it. */
  pass(texts: readonly string[]): void {
    const [first = ''] = texts;
    if (texts.length === 0 || texts.length > 2) return;
    const style = styleOf(first);
    const said = factorIn(texts);
    if (said === undefined && (style === undefined || style !== this.#style)) return;
    this.factor = said;
    this.#style = style;
  }
}

/** How a group is numbered: 一、 and （一） are of different rank. */
function styleOf(text: string): string | undefined {
  if (/^[一二三四五六七八九十]{1,3}[、.．]/.test(text)) return '一、';
  if (/^[（(][一二三四五六七八九十]{1,3}[)）]/.test(text)) return '（一）';
  return /^第[一二三四五六七八九十]+/.test(text) ? '第一' : undefined;
}
