import { isFiscal } from '../form/entry.ts';
import { DICTIONARY, type Filing, fieldByLabel } from '../form/fields.ts';
import { ENTRY_FIELDS } from '../form/schema.ts';
import { missingField, unknownField } from '../registry/completeness.ts';
import { unitNames } from '../registry/unit-names.ts';
import type { Unit } from '../registry/units.ts';
import { decideRoute, type Route } from '../regulation/routes.ts';
import { LEADS, STAGES } from '../regulation/vocabulary.ts';
import { isRawMap, type Raw } from '../text/raw.ts';
import { checkAnswer } from './check-answer.ts';
import type { Interviewed } from './interview.ts';

/** Answers by label, as a program gives them. */
export type GivenAnswers = Readonly<Record<string, unknown>>;

/** Labels that are no fields of the file: which folder, and the third of the three answers. */
const UNIT = '单位';
const FISCAL = '是否使用财政资金';

/** A filing from answers by label, checked as the interview checks them; every complaint, or the filing. */
export function readAnswers(
  given: GivenAnswers,
  units: ReadonlyMap<string, Unit>,
): Interviewed | { readonly complaints: readonly string[] } {
  const values: Record<string, Raw> = {};
  const complaints: string[] = [];
  for (const [label, answer] of Object.entries(given)) {
    if (label === UNIT || label === FISCAL) continue;
    const definition = fieldByLabel(label);
    if (!definition) {
      complaints.push(unknownField(label, Object.keys(given)).message);
      continue;
    }
    const asked = { definition, form: undefined, type: definition.type, path: [label], required: false };
    const checked = checkAnswer(asked, toRaw(answer));
    if ('message' in checked) complaints.push(checked.message);
    else if (checked.value !== '') values[label] = checked.value;
  }
  const route = routeOf(values, given);
  if (!route) return { complaints: [...complaints, '牵头主体、建设阶段：这两项都要有，才知道填哪种表。'] };
  const unit = unitOf(values, given, units);
  if (unit === undefined)
    complaints.push('单位：单位名录里没有这个单位。写 registry/units.yaml 里的代码或全称。');
  complaints.push(...missingAnswers(values, route, complaints));
  return complaints.length > 0 || unit === undefined ? { complaints } : { unit, route, values };
}

/** Numbers and booleans of JSON as the text that stands in a file. */
function toRaw(answer: unknown): Raw {
  if (Array.isArray(answer)) return answer.map(toRaw);
  if (typeof answer === 'object' && answer !== null) {
    return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, toRaw(value)]));
  }
  return answer === null || answer === undefined ? '' : String(answer);
}

function routeOf(values: Readonly<Record<string, Raw>>, given: GivenAnswers): Route | undefined {
  const lead = isRawMap(values.牵头主体)
    ? LEADS.find((word) => isRawMap(values.牵头主体) && word === values.牵头主体.类型)
    : undefined;
  const stage = STAGES.find((word) => word === values.建设阶段);
  if (!lead || !stage) return undefined;
  const said = given[FISCAL];
  return decideRoute({ lead, stage, fiscal: said === '是' || said === true || isFiscal(read(values)) });
}

function read(values: Readonly<Record<string, Raw>>): Filing {
  const filing: Record<string, unknown> = {};
  for (const { key, label, type } of ENTRY_FIELDS) {
    const result = values[label] === undefined ? undefined : type.schema.safeParse(values[label]);
    if (result?.success) filing[key] = result.data;
  }
  return filing as Filing;
}

/** The unit that is named, else the coordinator, else the leading unit itself. */
function unitOf(
  values: Readonly<Record<string, Raw>>,
  given: GivenAnswers,
  units: ReadonlyMap<string, Unit>,
): string | undefined {
  const lead = isRawMap(values.牵头主体) ? values.牵头主体.名称 : undefined;
  const named = given[UNIT] ?? values.协调单位 ?? lead;
  if (typeof named !== 'string') return undefined;
  if (units.has(named)) return named;
  const meant = unitNames(units)(named);
  return meant?.by === '全称' || meant?.by === '同名' ? meant.unit.code : undefined;
}

/** What the form cannot do without; the register itself writes form and date. */
function missingAnswers(
  values: Readonly<Record<string, Raw>>,
  { form }: Route,
  said: readonly string[],
): readonly string[] {
  return DICTIONARY.filter(({ key, label, place, forms }) => {
    const written = (place === '表头' || place === '正文') && key !== 'form' && key !== 'filedOn';
    return (
      written &&
      forms[form] === '必填' &&
      values[label] === undefined &&
      !said.some((complaint) => complaint.startsWith(`${label}：`) || complaint.startsWith(`${label} `))
    );
  }).map((definition) => missingField({ definition, form }).message);
}
