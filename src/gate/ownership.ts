import type { Office } from '../registry/office.ts';
import { unitOf } from '../registry/paths.ts';
import type { Unit } from '../registry/units.ts';
import type { Finding } from '../text/finding.ts';
import { changeFinding } from './change-finding.ts';
import type { Touched } from './touched.ts';

/** Who may touch what: always as the base says, never as the change itself would have it. */
export interface Authority {
  readonly office: Office | undefined;
  readonly units: ReadonlyMap<string, Unit>;
}

/**
 * What of a change its author had no right to: files of other units, files of the office, files outside the registry.
 * `actor` is a numeric account id. Members of the office may touch everything.
 */
export function judgeOwnership(
  actor: string,
  touched: readonly Touched[],
  outside: readonly string[],
  { office, units }: Authority,
): Finding[] {
  if (office?.reviewers.includes(actor)) return [];
  const own = new Set(
    [...units.values()].filter(({ accounts }) => accounts.includes(actor)).map(({ code }) => code),
  );
  const stray = (file: string) =>
    changeFinding('change-outside-registry', file, `文件位置：「${file}」不在登记库里`);
  return [...touched.flatMap(({ file }) => judgeFile(file, own, units, actor)), ...outside.map(stray)];
}

function judgeFile(
  file: string,
  own: ReadonlySet<string>,
  units: ReadonlyMap<string, Unit>,
  actor: string,
): Finding[] {
  const code = unitOf(file);
  if (code === undefined) {
    const said = `办公室的文件：「${file}」由办公室维护，账号 ${actor} 不能改`;
    return [changeFinding('change-office-only', file, said)];
  }
  if (own.has(code)) return [];
  const unit = units.get(code)?.name ?? code;
  const said = `牵头主体：这份文件由「${unit}」负责，账号 ${actor} 没有登记在它名下`;
  return [changeFinding('change-foreign-unit', file, said)];
}
