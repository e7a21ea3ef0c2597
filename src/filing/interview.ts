import { FISCAL_FIELDS, isFiscal } from '../form/entry.ts';
import { readFiling } from '../form/entry-fields.ts';
import { fieldOf } from '../form/fields.ts';
import { decideRoute, type Route } from '../regulation/routes.ts';
import type { Stage } from '../regulation/vocabulary.ts';
import type { Comparison } from '../similarity/comparison.ts';
import { isRawMap, type Raw } from '../text/raw.ts';
import { askAnswers } from './ask-answers.ts';
import { askField, type Given } from './ask-field.ts';
import { type InterviewField, interviewFields, isAsked } from './interview-fields.ts';
import { Cancelled, type Prompter } from './prompter.ts';
import type { Recorder } from './recording.ts';
import { type Reviewed, review } from './review.ts';
import { askLead, askStart, describeRoute, START_KEYS, type Start, type UnitChoice } from './start.ts';

/** What a guided filing ends with: values by label as in the file, and the unit whose folder it goes to. */
export interface Interviewed {
  readonly unit: string;
  readonly route: Route;
  readonly values: Readonly<Record<string, Raw>>;
}

/** What an interview may ask of the world around it. Each may be left out. */
export interface Around {
  /** What the rules say of one field of a filing that is not finished: only what must be mended. */
  readonly judge?: (filing: Interviewed, label: string) => readonly string[];
  /** What is like a filing that is not finished. */
  readonly compare?: (filing: Interviewed) => Comparison | undefined;
  /** The filing that is gone through again, as it lies. */
  readonly filed?: Readonly<Record<string, Raw>>;
}

const PAPER =
  '负责人和联系人的姓名、电话、邮箱，以及签字、盖章，都写在打印的纸质表上，不在这里填。文件里写「联系方式: 随纸质表报送」。';
const PROMISE = fieldOf('notSecret');
const FIELD_ANSWERS = fieldOf('answers').label;

/** A filing without this promise is not taken. It is asked first, each time anew, and a refusal is never kept. */
export async function askPromise(prompter: Prompter): Promise<void> {
  const message = `${PROMISE.label}：${PROMISE.hint}确认不涉密吗？`;
  if (await prompter.confirm({ key: PROMISE.label, message, otherwise: false })) return;
  prompter.say('没有确认不涉密，不能在这里填报。先向本单位保密部门问清楚；以前填的内容还在草稿里。');
  throw new Cancelled();
}

/** Asks a whole filing, three answers first, then shows all of it. Throws `Cancelled` when the person breaks off. */
export function interview(
  recorder: Recorder,
  units: readonly UnitChoice[],
  around: Around = {},
): Promise<Interviewed> {
  return recorder.through(() => goThrough(recorder, units, around));
}

async function goThrough(
  recorder: Recorder,
  units: readonly UnitChoice[],
  around: Around,
): Promise<Interviewed> {
  const start = await askStart(recorder);
  let route = decideRoute(start);
  recorder.say(describeRoute(route), '办理路径');
  const { unit, unitName, values } = await askLead(recorder, start, route, units);
  values[PROMISE.label] = 'true';
  recorder.say(PAPER, '联系方式');
  let group: string | undefined;
  const asked = new Set<string>([PROMISE.label]);
  for (;;) {
    const fields = interviewFields(route.form, start.stage);
    const field = fields.find(({ definition }) => !asked.has(definition.label));
    if (!field) break;
    const { definition } = field;
    const { label } = definition;
    asked.add(label);
    if (!isAsked(definition.asked, values)) continue;
    if (definition.group !== group)
      recorder.say(
        `—— ${definition.group}（第 ${fields.indexOf(field) + 1} 项起，共 ${fields.length} 项） ——`,
      );
    group = definition.group;
    values[label] = await askOne(recorder, field, { unit, route, values }, around);
    const changed = FISCAL_FIELDS.some((key) => key === definition.key)
      ? routeByMoney(start, values, asked)
      : undefined;
    if (changed && changed !== route) {
      route = changed;
      recorder.say(
        `${describeRoute(route)}\n按刚才填的资金，路径与开头的回答不同，以资金为准。`,
        '办理路径改变',
      );
      fitTo(route, start.stage, unitName, values);
    }
    if (recorder.isFresh(label)) await hear(recorder, label, { unit, route, values }, around);
  }
  const filing = { unit, route, values };
  await review(recorder, startLines(start, unitName, values), filing, fieldsToReview(filing, start.stage));
  return filing;
}

function askOne(
  recorder: Recorder,
  field: InterviewField,
  filing: Interviewed,
  { compare, filed }: Around,
): Promise<Raw> {
  const { definition } = field;
  if (definition.key === 'answers' && compare) return askAnswers(recorder, compare(filing));
  if (definition.key !== 'attachments') return askField(recorder, filing.route.form, field);
  const { attachments } = filing.route;
  recorder.say(
    `这一路径要附：${attachments.join('、')}。这里登记纸质送达的；要密封送达的，写好文件以后用 seal 命令，它自己登记。`,
  );
  const wanted: InterviewField = { definition, need: '应填' };
  return askField(
    recorder,
    filing.route.form,
    wanted,
    attachmentsGiven(attachments, filed?.[definition.label]),
  );
}

/** Each paper that the route wants by its name, or those that are filed already; handed in on paper. */
function attachmentsGiven(names: readonly string[], filed: Raw | undefined): Given {
  const items: readonly Raw[] = Array.isArray(filed) ? filed : [];
  return (at) => {
    const item = items[at];
    // What is sealed stays as it is: its name and digest are written by the seal command alone.
    if (isRawMap(item) && item.文件 !== undefined) return item;
    const name = isRawMap(item) ? item.名称 : items.length === 0 ? names[at] : undefined;
    return { ...(name === undefined ? {} : { 名称: name }), 送达: '纸质' };
  };
}

/** Says at once what would have to be mended later, and lets the person mend it. */
async function hear(
  recorder: Recorder,
  label: string,
  filing: Interviewed,
  { judge }: Around,
): Promise<void> {
  const faults = judge?.(filing, label) ?? [];
  if (faults.length === 0) return;
  const options = [
    { value: '改', label: '现在改' },
    { value: '留', label: '先这样，最后再改' },
  ];
  const message = `${faults.join('\n')}\n怎样办？`;
  const chosen = await recorder.plain.choose({ key: `${label}/怎样办`, message, options });
  if (chosen === '改') recorder.reopen(label);
}

/** What the three questions and the unit came to, for the list of all answers. */
function startLines(
  { lead, stage, fiscal }: Start,
  unitName: string,
  values: Readonly<Record<string, Raw>>,
): readonly Reviewed[] {
  const named = values.牵头主体;
  const name = typeof named === 'object' && '名称' in named ? String(named.名称) : '';
  return [
    { label: '谁牵头', field: START_KEYS.lead, words: lead },
    { label: '建设阶段', field: START_KEYS.stage, words: stage },
    { label: '是否使用财政资金', field: START_KEYS.fiscal, words: fiscal ? '是' : '否' },
    { label: '单位', field: START_KEYS.unit, words: unitName },
    ...(lead === '社会组织' ? [{ label: '牵头主体', field: START_KEYS.leadName, words: name }] : []),
  ];
}

/** Labels of what was asked, in the order of the form. */
function fieldsToReview({ route, values }: Interviewed, stage: Stage): readonly string[] {
  return interviewFields(route.form, stage)
    .filter(({ definition }) => definition !== PROMISE && isAsked(definition.asked, values))
    .map(({ definition }) => definition.label)
    .filter((label) => label !== FIELD_ANSWERS || values[label] !== '');
}

/** The route by the money that was entered; undefined while the three fields leave it open. */
function routeByMoney(
  start: Start,
  values: Readonly<Record<string, Raw>>,
  asked: ReadonlySet<string>,
): Route | undefined {
  const fiscal = isFiscal(readFiling(values));
  const complete = FISCAL_FIELDS.every((key) => asked.has(fieldOf(key).label));
  return fiscal || complete ? decideRoute({ ...start, fiscal }) : undefined;
}

/** Takes out what the new form does not have, and names the coordinator where the new route wants one. */
function fitTo(route: Route, stage: Stage, unitName: string, values: Record<string, Raw>): void {
  const kept = new Set(interviewFields(route.form, stage).map(({ definition }) => definition.label));
  for (const label of Object.keys(values)) {
    if (!kept.has(label) && label !== '牵头主体' && label !== '建设阶段') delete values[label];
  }
  if (route.coordinator) values.协调单位 = unitName;
}
