import { type FieldKey, type Filing, fieldOf } from '../form/fields.ts';
import { readTyped, readValue } from '../form/read-value.ts';
import type { Raw } from '../text/raw.ts';

/** A list as a cell of the 台账 shows it, read back: what to write, and how the cell would show it. */
export type ListCell = { readonly value: Raw; readonly text: string } | { readonly fault: string };

/** Reads the text of a cell; what the cell does not show of an item (its 说明) stays as the filing has it. */
type ReadList = (text: string, filing: Filing) => ListCell;

const READERS: Readonly<Partial<Record<FieldKey, ReadList>>> = {
  categories: (text) => {
    const words = parted(text, []);
    return checked(
      'categories',
      words,
      words.join('、'),
      '照附件 1 的类别写，几类之间用顿号，例如 便民服务类、社会治理类',
    );
  },
  functions: (text, { functions = [] }) => {
    const names = parted(
      text,
      functions.map(({ name }) => name),
    );
    const items = names.map((name) => {
      const note = functions.find((one) => one.name === name)?.note;
      return { 名称: name, ...(note === undefined ? {} : { 说明: note }) };
    });
    return checked(
      'functions',
      items,
      names.join('、'),
      '写各项功能的名称，之间用顿号，例如 异常预警、上门签到',
    );
  },
  sources: (text, { sources = [] }) => {
    const parts = text.split(/[；;\n]/).filter((part) => part.trim() !== '');
    const read = parts.map((part) => SOURCE.exec(part.trim())?.slice(1) ?? []);
    const open = [...sources];
    const items = read.map(([name = '', amount = '']) => {
      // A source may stand twice, each time with words of its own.
      const at = open.findIndex(({ source }) => source === name);
      const note = at < 0 ? undefined : open.splice(at, 1)[0]?.note;
      const wan = readTyped(fieldOf('budget').type, amount).text;
      return { 来源: name, 金额: wan, ...(note === undefined ? {} : { 说明: note }) };
    });
    const shown = items.map(({ 来源: name, 金额: amount }) => `${name} ${amount}`).join('；');
    return checked(
      'sources',
      items,
      shown,
      '一项一项写来源和金额（万元），之间用分号，例如 区级财政 200；省级补助 120.5',
    );
  },
};

const SOURCE = /^(\S+?)\s*[\s:：]\s*(\S+)$/;

/** How a field's cell is read back as a list; undefined for a field that is no such list. */
export function listReader(field: FieldKey): ReadList | undefined {
  return READERS[field];
}

function checked(field: FieldKey, value: Raw, text: string, expects: string): ListCell {
  const blank = Array.isArray(value) && value.length === 0;
  return blank || readValue(fieldOf(field).type, value).issues.length > 0
    ? { fault: `读不出来，${expects}，没有改。` }
    : { value, text };
}

/** Words with 、 between them; a name that has one itself is known from the filing. */
function parted(text: string, known: readonly string[]): readonly string[] {
  const longest = [...known].sort((a, b) => b.length - a.length);
  const words: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const own = longest.find(
      (name) => rest.startsWith(name) && /^\s*(?:[、，,；;\n]|$)/.test(rest.slice(name.length)),
    );
    const word = own ?? /^[^、，,；;\n]*/.exec(rest)?.[0] ?? '';
    if (word.trim() !== '') words.push(word.trim());
    rest = rest.slice(word.length).replace(/^\s*[、，,；;\n]?\s*/, '');
  }
  return words;
}
