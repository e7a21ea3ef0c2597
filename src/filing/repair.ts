import { formFields } from '../form/entry-fields.ts';
import { fieldOf } from '../form/fields.ts';
import { readFields } from '../form/read-fields.ts';
import type { NamesUnit } from '../registry/unit-names.ts';
import { FORMS } from '../regulation/vocabulary.ts';
import { decodeForeign } from '../text/decode-foreign.ts';
import { setHeadField } from '../text/edit-head.ts';
import { parseFile } from '../text/file.ts';
import type { Path } from '../text/finding.ts';
import { isRawMap, type Raw, withoutBlanks } from '../text/raw.ts';
import { repairLines } from '../text/repair.ts';
import { splitFile } from '../text/split.ts';

/** One thing that was put right, in words that a clerk can look after. */
export interface Repair {
  /** What it is about: a label of the form, or the way the file is written. */
  readonly label: string;
  readonly was: string;
  readonly becomes: string;
}

/** A filing's text with what is certain put right; `why` when the file has to be mended by hand first. */
export type Repaired =
  | { readonly text: string; readonly repairs: readonly Repair[] }
  | { readonly why: string };

const UTF8 = new TextEncoder();

/**
 * Puts right what has only one meaning: how the file is saved (encoding, mark at its beginning, line ends), how its head
 * is written (full-width colons, tabs, dashes for the fence), and values that are plainly meant (３２０万元, 2021.4.9,
 * 备案, 经八路街道办事处 for the unit's full name). What is only likely is left to the person. Every character beside
 * these stays as it is. Pure.
 */
export function repairFiling(bytes: Uint8Array, unitNamed: NamesUnit): Repaired {
  const decoded = decodeForeign(bytes);
  if ('fault' in decoded) return { why: `文件${decoded.fault}` };
  const repairs: Repair[] = [];
  const saved = repairSaving(bytes, decoded.text, decoded.encoding, repairs);
  const written = repairWriting(saved, repairs);
  const text = repairValues(written, unitNamed, repairs);
  return { text, repairs };
}

function repairSaving(bytes: Uint8Array, text: string, encoding: string, repairs: Repair[]): string {
  if (encoding !== 'UTF-8') repairs.push({ label: '文件编码', was: encoding, becomes: 'UTF-8' });
  else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    repairs.push({ label: '文件开头', was: '有看不见的标记（BOM）', becomes: '去掉' });
  if (text.includes('\r')) repairs.push({ label: '换行', was: '回车换行', becomes: '换行' });
  return text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
}

/** The lines of the head as a form-filler meant them; line for line, so that nothing else moves. */
function repairWriting(text: string, repairs: Repair[]): string {
  const fenced = repairFences(text, repairs);
  const { head, headLine, problems } = splitFile(fenced);
  if (problems.length > 0) return fenced;
  const mended = repairLines(head, headLine);
  // A line that is taken out is no repair that is certain.
  const rows = head.replace(/\n$/, '').split('\n');
  const lines = mended.head
    .replace(/\n$/, '')
    .split('\n')
    .map((line, at) => (line === '' ? (rows[at] ?? '') : line));
  for (const [at, line] of lines.entries()) {
    const was = rows[at] ?? '';
    if (line !== was)
      repairs.push({ label: `第 ${headLine + at} 行`, was: was.trim(), becomes: line.trim() });
  }
  const all = fenced.split('\n');
  return [...all.slice(0, headLine - 1), ...lines, ...all.slice(headLine - 1 + lines.length)].join('\n');
}

/** What Word makes of three hyphens. */
const DASHES = /^[–—－﹣-]{2,6}\s*$/;

function repairFences(text: string, repairs: Repair[]): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findIndex((line, at) => at > first && (DASHES.test(line) || /^#{1,6}\s/.test(line)));
  for (const at of [first, last]) {
    const line = lines[at];
    if (line === undefined || !DASHES.test(line) || line === '---') continue;
    repairs.push({ label: `第 ${at + 1} 行`, was: line, becomes: '---' });
    lines[at] = '---';
  }
  return lines.join('\n');
}

function repairValues(text: string, unitNamed: NamesUnit, repairs: Repair[]): string {
  const { head, sections } = parseFile(UTF8.encode(text));
  if (head.lost) return text;
  const values: Record<string, Raw> = Object.assign(Object.create(null), withoutBlanks(head.raw));
  for (const { title, text: words } of sections)
    if (!(title in values) && words !== '') values[title] = words;
  const form = FORMS.find((known) => known === values.表式);
  const { issues } = readFields(formFields(form), values, head.damaged);
  const meant = issues.flatMap((issue) =>
    issue.kind === 'invalid' &&
    issue.suggest !== undefined &&
    !issue.isGuess &&
    typeof issue.path[0] === 'string'
      ? [{ path: issue.path, value: issue.suggest }]
      : [],
  );
  const changes = [...meant, ...fullNames(values, unitNamed)].filter(
    ({ path }) => head.raw[String(path[0])] !== undefined,
  );
  let edited = text;
  const wanted: Record<string, Raw> = {};
  for (const { path, value } of changes) {
    const label = String(path[0]);
    const before = wanted[label] ?? head.raw[label];
    if (before === undefined) continue;
    const was = valueAt(before, path.slice(1));
    wanted[label] = withValue(before, path.slice(1), value);
    const next = setHeadField(edited, label, wanted[label]);
    if (next === undefined) continue;
    edited = next;
    repairs.push({ label: wordsOf(path), was: typeof was === 'string' ? was : '', becomes: value });
  }
  return edited;
}

/** 牵头主体 and 协调单位, where a name is the unit's own but for the district before it. */
function fullNames(
  values: Readonly<Record<string, Raw>>,
  unitNamed: NamesUnit,
): readonly { readonly path: Path; readonly value: string }[] {
  const { 牵头主体: lead } = values;
  const coordinator = fieldOf('coordinator').label;
  const places: readonly (readonly [Path, Raw | undefined])[] = [
    [[fieldOf('lead').label, '名称'], isRawMap(lead) && lead.类型 !== '社会组织' ? lead.名称 : undefined],
    [[coordinator], values[coordinator]],
  ];
  return places.flatMap(([path, name]) => {
    if (typeof name !== 'string') return [];
    const found = unitNamed(name.trim());
    return found?.by === '同名' && found.unit.name !== name.trim() ? [{ path, value: found.unit.name }] : [];
  });
}

function valueAt(raw: Raw, path: Path): Raw | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return raw;
  if (typeof raw === 'string') return raw;
  const inner = isRawMap(raw) ? raw[String(step)] : raw[Number(step)];
  return inner === undefined ? undefined : valueAt(inner, rest);
}

function withValue(raw: Raw, path: Path, value: string): Raw {
  const [step, ...rest] = path;
  if (step === undefined || typeof raw === 'string') return value;
  if (isRawMap(raw)) {
    const inner = raw[String(step)];
    return inner === undefined ? raw : { ...raw, [String(step)]: withValue(inner, rest, value) };
  }
  return raw.map((one, at) => (at === Number(step) ? withValue(one, rest, value) : one));
}

function wordsOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `第 ${step + 1} 项` : step)).join(' ');
}
