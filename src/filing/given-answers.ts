import { isFiscal } from '../form/entry.ts';
import { formFields, readFiling } from '../form/entry-fields.ts';
import { type Filing, fieldByLabel } from '../form/fields.ts';
import { missingField, unknownField } from '../registry/completeness.ts';
import { unitNames } from '../registry/unit-names.ts';
import type { Unit } from '../registry/units.ts';
import { decideRoute, type Route } from '../regulation/routes.ts';
import type { Raw } from '../text/raw.ts';
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
  const filing = readFiling(values);
  const route = routeOf(filing, given[FISCAL]);
  if (!route) return { complaints: [...complaints, '牵头主体、建设阶段：这两项都要有，才知道填哪种表。'] };
  const unit = unitOf(filing, given[UNIT], units);
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

function routeOf(filing: Filing, said: unknown): Route | undefined {
  const { lead, stage } = filing;
  if (!lead || !stage) return undefined;
  return decideRoute({ lead: lead.type, stage, fiscal: said === '是' || said === true || isFiscal(filing) });
}

/** The unit that is named, else the coordinator, else the leading unit itself. */
function unitOf(
  { coordinator, lead }: Filing,
  given: unknown,
  units: ReadonlyMap<string, Unit>,
): string | undefined {
  const named = given ?? coordinator ?? lead?.name;
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
  return formFields(form)
    .filter(({ key, need }) => need === '必填' && key !== 'form' && key !== 'filedOn')
    .filter(({ label }) => values[label] === undefined && !said.some((words) => isAbout(words, label)))
    .map((definition) => missingField({ definition, form }).message);
}

function isAbout(complaint: string, label: string): boolean {
  return complaint.startsWith(`${label}：`) || complaint.startsWith(`${label} `);
}
