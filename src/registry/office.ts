import * as z from 'zod/mini';
import type { Day } from '../form/dates.ts';
import {
  choice,
  day,
  type FieldType,
  leaf,
  list,
  optionalPart,
  type Part,
  part,
  patterned,
  type RecordOf,
  record,
  ruleNumber,
  text,
  yesNo,
} from '../form/kinds.ts';
import { REGULATION } from '../regulation/index.ts';
import { isRecipient } from '../sealing/recipient.ts';
import { SETTINGS } from './settings.ts';
import type { Whole } from './sound-parts.ts';
import { holidayTable } from './working-days.ts';

/** One item of a settings file: what to write, and an example as it stands behind the name. */
export function documented<T, O extends boolean>(
  one: Part<T, O>,
  hint: string,
  example: string,
): Part<T, O> & { readonly hint: string; readonly example: string } {
  return { ...one, hint, example };
}

/** A public office line or a short number; a mobile does not fit. */
export const officePhone = () =>
  patterned(
    'officePhone',
    /^(?:(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,6})?|\d{5})$/,
    '写公开的办公座机，不写手机',
    "'0371-00000000'",
  );

/** Numeric ids of accounts: names can be given away and taken by another. */
export const accountIds = () =>
  list(
    patterned(
      'accountId',
      /^[1-9]\d{0,19}$/,
      '写账号的数字编号，不以 0 开头，加引号，不写账号名',
      "'10000001'",
    ),
  );

/** One public key or a list, newest first. */
function publicKeys(): FieldType<readonly string[]> {
  const key = leaf({
    kind: 'publicKey',
    expects: '写 keygen 命令得到的公钥，age1 开头，一个字符也不能错',
    json: { type: 'string' },
    read: (value) => (isRecipient(value) ? value : undefined),
    format: (value) => value,
  });
  const keys = list(key);
  const asList = z.transform((raw) => (typeof raw === 'string' ? [raw] : raw));
  const schema = z.pipe(asList, keys.schema) as unknown as FieldType<readonly string[]>['schema'];
  return { ...keys, schema, json: { anyOf: [key.json, keys.json] } };
}

/** THE dictionary of office.yaml. */
export const OFFICE = {
  name: documented(part('名称', text(100)), '办公室的全称。', '某区“数字某区”建设工作领导小组办公室'),
  area: documented(part('地区', text(60)), '登记库属于哪个区。', '郑州市金水区'),
  ruleVersion: documented(part('规则版本', ruleNumber()), '现行办法的文号。', REGULATION.number),
  inForceFrom: documented(part('施行日期', day()), '现行办法从哪天起施行。', `'${REGULATION.date}'`),
  earlier: documented(
    optionalPart(
      '以前的规则版本',
      list(record({ ruleVersion: part('文号', ruleNumber()), inForceFrom: part('施行日期', day()) })),
    ),
    '办法修订以后，把旧的文号和它的施行日期移到这里；旧登记仍照旧文号核对。',
    `[{文号: ${REGULATION.number}, 施行日期: '${REGULATION.date}'}]`,
  ),
  demo: documented(part('演示数据', yesNo()), '还有演示项目的写 true，正式启用时写 false。', 'false'),
  sealingKeys: documented(
    optionalPart('封存公钥', publicKeys()),
    '联系方式和方案用它封存；几把公钥写成列表，新的在前。',
    'age1……',
  ),
  phone: documented(optionalPart('办公电话', officePhone()), '公开的办公座机。', "'0371-00000000'"),
  reviewers: documented(
    optionalPart('审核账号', accountIds()),
    '可以办理审核的账号的数字编号。',
    "['10000001']",
  ),
  licence: documented(
    optionalPart('数据许可', choice(['CC BY 4.0', 'CC0 1.0', 'ODbL 1.0'])),
    '公开数据按什么许可给人使用，写 CC BY 4.0、CC0 1.0 或 ODbL 1.0；空着时网站写明还没有声明。',
    'CC BY 4.0',
  ),
  holidays: documented(
    optionalPart('节假日', holidayTable()),
    '每年照国务院办公厅公布的放假和调休上班日期写；没有写的年份按周一至周五算。',
    "[{年份: 2026, 放假: 2026-01-01至2026-01-03, 上班: '2026-01-04'}]",
  ),
  settings: documented(
    optionalPart('设置', record(SETTINGS)),
    '条文没有规定、由办公室定的各项。',
    "{受理时限: '5'}",
  ),
} as const satisfies Readonly<Record<string, Part<unknown>>>;

/** The 区领导小组办公室 and what it has set; what its file leaves out is empty. */
export type Office = Omit<Whole<RecordOf<typeof OFFICE>>, 'phone' | 'licence'> &
  Pick<RecordOf<typeof OFFICE>, 'phone' | 'licence'>;

/** A regulation with the day since which filings follow it. */
export interface RuleVersion {
  readonly ruleVersion: string;
  readonly inForceFrom: Day;
}

/** What the files are judged by while office.yaml cannot be read (which is a finding of its own): nothing is set. */
export const NOTHING_SET: Office = {
  name: '',
  area: '',
  ruleVersion: REGULATION.number,
  inForceFrom: REGULATION.date,
  earlier: [],
  demo: false,
  sealingKeys: [],
  reviewers: [],
  holidays: [],
  settings: {},
};

/** Every version that the office has declared, the oldest first. */
export function ruleVersions({ ruleVersion, inForceFrom, earlier }: Office): readonly RuleVersion[] {
  return [...earlier, { ruleVersion, inForceFrom }].sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
}

/** The 文号 that a filing of this day follows; before the first version's day it is the first. */
export function ruleVersionOn(office: Office, filedOn: Day): string {
  const all = ruleVersions(office);
  const last = all.findLast(({ inForceFrom }) => inForceFrom <= filedOn) ?? all[0];
  return last?.ruleVersion ?? office.ruleVersion;
}
