import { isUnitCode } from '../form/entry-id.ts';
import { record } from '../form/kinds.ts';
import { problem, problemAt, type RuleId } from '../rules/catalogue.ts';
import { DEMO_RECIPIENT } from '../sealing/recipient.ts';
import { type Finding, findingOf, type Problem } from '../text/finding.ts';
import { readFast, readHead } from '../text/head.ts';
import { headLocator } from '../text/locate.ts';
import { isRawMap, type RawMap } from '../text/raw.ts';
import { NOTHING_SET, OFFICE, type Office } from './office.ts';
import { OFFICE_FILE, UNITS_FILE } from './paths.ts';
import { readSoundParts, type Said } from './sound-parts.ts';
import type { SourceFile } from './source-file.ts';
import { UNIT, type Unit } from './units.ts';

const TEXT = new TextDecoder('utf-8');
const OFFICE_TYPE = record(OFFICE);
/** Without these there is no office. */
const REQUIRED = ['name', 'area', 'ruleVersion', 'inForceFrom', 'demo'] as const;
const START = { line: 1, column: 1 };
/** What an anchor, an alias or a tag begins with. */
const MARK = /(?:^|[\s,[{])[&*!]/m;
const NO_MORE_SAID = { formerNames: [], accounts: [], demo: false };

/** The office's settings; a file that is missing or wrong is a finding. A wrong setting leaves the others in force. */
export function readOffice(source: SourceFile | undefined): {
  office: Office | undefined;
  findings: readonly Finding[];
} {
  const { raw, say, findings } = readSettings(OFFICE_FILE, source);
  if (!raw) return { office: undefined, findings };
  const { values, faults } = readSoundParts(OFFICE_TYPE, raw);
  const said = [...findings, ...faults.map((fault) => say(fault))];
  if (REQUIRED.some((key) => values[key] === undefined)) return { office: undefined, findings: said };
  const office = { ...NOTHING_SET, ...values };
  const misdated = misdatedVersions(office).map((fault) => say(fault));
  return { office, findings: [...said, ...misdated, ...demoKeyFindings(office, say)] };
}

/** Whoever enters a revision easily forgets to change the day with the 文号; no filing would then follow the old one. */
function misdatedVersions({ earlier, ruleVersion, inForceFrom }: Office): readonly Said[] {
  return earlier.flatMap((one, at) => {
    if (one.inForceFrom < inForceFrom) return [];
    const path = ['以前的规则版本', at, '施行日期'];
    const message = `以前的规则版本：「${one.ruleVersion}」的施行日期 ${one.inForceFrom} 不早于现行「${ruleVersion}」的 ${inForceFrom}。`;
    return [{ path, message, fix: '「施行日期」写现行办法的，旧办法的日期写在「以前的规则版本」里。' }];
  });
}

/** The demonstration key in a registry that is meant for real: what is sealed to it anyone can read. */
function demoKeyFindings(office: Office, say: Sayer): Finding[] {
  const at = office.sealingKeys.indexOf(DEMO_RECIPIENT);
  if (office.demo || at < 0) return [];
  const path = office.sealingKeys.length > 1 ? ['封存公钥', at] : ['封存公钥'];
  const message = '封存公钥：这是演示公钥，它的私钥人人可见，正式登记库不能用。';
  const fix =
    "执行 npm run -s registry -- keygen，把得到的公钥写在这里；还没有密钥的，写成「封存公钥: ''」。";
  return [say({ path, message, fix }, 'settings-demo-key')];
}

/** The 单位名录 by code; a wrong line is a finding and leaves the other units usable. */
export function readUnits(source: SourceFile | undefined): {
  units: ReadonlyMap<string, Unit>;
  findings: readonly Finding[];
} {
  const { raw = {}, say, findings } = readSettings(UNITS_FILE, source);
  const units = new Map<string, Unit>();
  const faults: Said[] = [];
  for (const [code, one] of Object.entries(raw)) {
    if (!isUnitCode(code)) faults.push(badCode(code));
    else if (!isRawMap(one)) faults.push(noUnit(code));
    else {
      const read = readSoundParts(UNIT, one, [code]);
      const { name, type, ...rest } = read.values;
      faults.push(...read.faults);
      if (name && type) units.set(code, { ...NO_MORE_SAID, ...rest, code, name, type });
    }
  }
  const said = [...faults, ...repeatedNames(units)].map((fault) => say(fault));
  return { units, findings: [...findings, ...said] };
}

/** A settings file, taken apart. */
interface SettingsFile {
  /** Undefined while it cannot be read as a whole. */
  readonly raw?: RawMap;
  readonly findings: readonly Finding[];
  readonly say: Sayer;
}

/** Makes a finding of what is said of the file; it is taken apart once for all of them. */
type Sayer = (said: Said, rule?: RuleId) => Finding;

function readSettings(file: string, source: SourceFile | undefined): SettingsFile {
  const text = source ? TEXT.decode(source.bytes).replace(/^\uFEFF/, '') : '';
  const locate = headLocator(text, 1);
  const say: Sayer = ({ path, message, fix }, rule = 'settings-valid') =>
    findingOf(file, problem(rule, path, message, { fix }), (at) => locate(at) ?? START);
  if (!source) return { say, findings: [say(missingFile(file))] };
  const raw = readFast(text);
  if (raw) return { raw, say, findings: marks(text).map((one) => findingOf(file, one)) };
  // The careful reader knows every line at fault; what it could still read is not taken: settings are whole or not at all.
  const { problems } = readHead(text, 1);
  return { say, findings: [say(unreadable(file, text)), ...problems.map((one) => findingOf(file, one))] };
}

/** Anchors, aliases and tags, which the quick reader follows in silence, and directives, which change what YAML means. */
function marks(text: string): readonly Problem[] {
  const line = text.split('\n').findIndex((one) => one.startsWith('%'));
  if (line >= 0)
    return [
      problemAt('parse-syntax', { line: line + 1, column: 1 }, DIRECTIVE, '删去这一行，和它下面的「---」。'),
    ];
  return MARK.test(text) ? readHead(text, 1).problems.filter(({ rule }) => rule === 'parse-anchor') : [];
}

const DIRECTIVE = '以「%」开头的一行：设置文件里不写程序的指令。';

const missingFile = (file: string): Said => ({
  path: [],
  message: `${file}：登记库里没有这个文件。`,
  fix: '从版本库恢复它；新的登记库从原样复制一份。',
});

function unreadable(file: string, text: string): Said {
  const why = text.trim() === '' ? '没有内容' : '有写法不合的地方';
  const message = `${file}：${why}，整个文件读不出来。`;
  const fix = '每行写成「名称: 内容」，下级缩进两个空格，一个名称只写一次。';
  return { path: [], message, fix };
}

const badCode = (code: string): Said => ({
  path: [code],
  message: `${code}：代码只用小写字母、数字和连字符。`,
  fix: '改成小写拼音，例如 jingba-lu。',
});

const noUnit = (code: string): Said => ({
  path: [code],
  message: `${code}：没有分行写这个单位的名称和类型。`,
  fix: `写成：\n${code}:\n  名称: 郑州市金水区经八路街道办事处\n  类型: 街道办事处`,
});

function repeatedNames(units: ReadonlyMap<string, Unit>): readonly Said[] {
  const seen = new Map<string, string>();
  return [...units.values()].flatMap(({ code, name, formerNames }) =>
    [name, ...formerNames].flatMap((known) => {
      const other = seen.get(known);
      if (other === undefined) seen.set(known, code);
      const said = { path: [code], message: `${known}：与「${other}」同名。` };
      return other === undefined ? [] : [{ ...said, fix: '一个单位只写一条，旧名写进曾用名。' }];
    }),
  );
}
