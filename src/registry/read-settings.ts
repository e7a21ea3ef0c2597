import { isMap, isScalar } from 'yaml';
import type { z } from 'zod';
import { isUnitCode } from '../form/entry-id.ts';
import { DEMO_RECIPIENT } from '../sealing/recipient.ts';
import { parse } from '../text/careful-head.ts';
import { type Finding, fieldName, type Path } from '../text/finding.ts';
import { readFast } from '../text/head.ts';
import { locateInHead } from '../text/locate.ts';
import type { RawMap } from '../text/raw.ts';
import { type Office, officeSchema } from './office.ts';
import type { SourceFile } from './source-file.ts';
import { type Unit, unitSchema } from './units.ts';

const TEXT = new TextDecoder('utf-8');

/** The office's settings; a file that is missing or wrong is a finding. */
export function readOffice(source: SourceFile | undefined): {
  office: Office | undefined;
  findings: Finding[];
} {
  const read = readSettings('office.yaml', source);
  if (!read.raw) return { office: undefined, findings: read.findings };
  const result = officeSchema.safeParse(read.raw);
  if (result.success) return { office: result.data, findings: demoKeyFindings(result.data, read.text) };
  return {
    office: undefined,
    findings: result.error.issues.map((issue) => explain('office.yaml', read.text, issue, [])),
  };
}

/** The demonstration key in a registry that is meant for real: what is sealed to it anyone can read. */
function demoKeyFindings(office: Office, text: string): Finding[] {
  const at = office.sealingKeys.indexOf(DEMO_RECIPIENT);
  if (office.demo || at < 0) return [];
  const path = office.sealingKeys.length > 1 ? ['封存公钥', at] : ['封存公钥'];
  const message = '封存公钥：这是演示公钥，它的私钥人人可见，正式登记库不能用。';
  const fix =
    "执行 npm run -s registry -- keygen，把得到的公钥写在这里；还没有密钥的，写成「封存公钥: ''」。";
  return [{ ...finding('office.yaml', text, path, message, fix), rule: 'settings-demo-key' }];
}

/** The 单位名录 by code; a wrong line is a finding and leaves the other units usable. */
export function readUnits(source: SourceFile | undefined): {
  units: ReadonlyMap<string, Unit>;
  findings: Finding[];
} {
  const read = readSettings('units.yaml', source);
  const findings = [...read.findings];
  const units = new Map<string, Unit>();
  for (const [code, raw] of Object.entries(read.raw ?? {})) {
    const result = unitSchema.safeParse(raw);
    if (!isUnitCode(code)) findings.push(badCode(code, read.text));
    else if (result.success) units.set(code, { code, ...result.data });
    else
      findings.push(...result.error.issues.map((issue) => explain('units.yaml', read.text, issue, [code])));
  }
  return { units, findings: [...findings, ...repeatedNames(units, read.text)] };
}

function readSettings(
  file: string,
  source: SourceFile | undefined,
): { raw?: RawMap; text: string; findings: Finding[] } {
  if (!source) return { text: '', findings: [missingFile(file)] };
  const text = TEXT.decode(source.bytes).replace(/^\uFEFF/, '');
  const raw = readFast(text);
  if (raw) return { raw, text, findings: [] };
  return { text, findings: [unreadable(file, text)] };
}

function finding(file: string, text: string, path: Path, message: string, fix: string): Finding {
  const { document, lines } = parse(text);
  const { line, column } = locateInHead(document, lines, 1, path) ?? { line: 1, column: 1 };
  const field = fieldName(path);
  return {
    rule: 'settings-valid',
    severity: 'error',
    file,
    line,
    column,
    field,
    message,
    article: '文件格式',
    fix,
  };
}

function missingFile(file: string): Finding {
  return finding(
    file,
    '',
    [],
    `${file}：登记库里没有这个文件。`,
    '从版本库恢复它；新的登记库从原样复制一份。',
  );
}

function unreadable(file: string, text: string): Finding {
  const { document, lines } = parse(text);
  const at = lines.linePos(document.errors[0]?.pos[0] ?? 0);
  const why = isMap(document.contents) || isScalar(document.contents) ? '写法不合' : '没有内容';
  const base = finding(
    file,
    '',
    [],
    `${file}：第 ${at.line} 行${why}，整个文件读不出来。`,
    '每行写成「名称: 内容」，下级缩进两个空格，一个名称只写一次。',
  );
  return { ...base, line: at.line, column: at.col };
}

function explain(file: string, text: string, issue: z.core.$ZodIssue, above: Path): Finding {
  const path = [...above, ...(issue.path as (string | number)[])];
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.join('、') : undefined;
  const name = fieldName(path) || file;
  const message = keys ? `${name}：没有「${keys}」这一项。` : `${name}：没有写，或写法不对。`;
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const fix = words.length > 0 ? `可以写：${words.join('、')}。` : '照文件开头的说明和其他各条改。';
  return finding(file, text, path, message, fix);
}

function badCode(code: string, text: string): Finding {
  return finding(
    'units.yaml',
    text,
    [code],
    `${code}：代码只用小写字母、数字和连字符。`,
    '改成小写拼音，例如 jingba-lu。',
  );
}

function repeatedNames(units: ReadonlyMap<string, Unit>, text: string): Finding[] {
  const seen = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { code, name, formerNames } of units.values()) {
    for (const known of [name, ...formerNames]) {
      const other = seen.get(known);
      if (other === undefined) seen.set(known, code);
      else
        findings.push(
          finding(
            'units.yaml',
            text,
            [code],
            `${known}：与「${other}」同名。`,
            '一个单位只写一条，旧名写进曾用名。',
          ),
        );
    }
  }
  return findings;
}
