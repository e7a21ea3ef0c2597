import type { Entry } from '../../form/entry.ts';
import { countedEvents } from '../../records/corrections.ts';
import type { Act } from '../../records/lifecycle/derive.ts';
import { LOG_LABEL, type RecordEvent, type RecordLog } from '../../records/log.ts';
import { numberKey } from '../../registry/number-key.ts';
import { projectFile } from '../../registry/paths.ts';
import { recordProblem } from '../../registry/record-rules.ts';
import type { Problem } from '../../text/finding.ts';
import type { Facts } from './define-rule.ts';
import { stepsOf } from './record-faults.ts';

/** Acts whose order the regulation itself demands: rules of their own speak of them. */
const OWN_RULES: readonly Act[] = [
  ...(['立项', '资金下达', '开工', '完工', '免予验收', '验收通过', '验收不通过'] as const),
];

/** What is wrong with the records of a project as a log. Order is judged only when every event could be read. */
export function recordProblems(entry: Entry, log: RecordLog, facts: Facts): readonly Problem[] {
  return [
    ...dates(log, facts.today),
    ...receipts(entry, log),
    ...figures(log),
    ...targets(entry, log, facts),
    ...numbers(log, facts),
    ...steps(entry, facts),
  ];
}

/** Records of a project that is not there. */
export function orphanProblem({ id, file }: RecordLog): Problem {
  const said = `${LOG_LABEL}：没有「${id}」这个项目`;
  return recordProblem('record-has-project', {}, said, {
    fix: `项目文件应在 ${projectFile(id)}；文件名写错的，把 ${file} 改名。`,
  });
}

/** The order of the file is that of writing; the day on which a thing happened may lie before. */
function* dates({ events }: RecordLog, today: string): Iterable<Problem> {
  let latest = '';
  for (const { date, writtenOn, index } of events) {
    const at = { index, step: writtenOn === undefined ? '日期' : '记于' };
    const written = writtenOn ?? date;
    if (date > today || written > today) {
      const day = date > today ? date : written;
      yield recordProblem(
        'record-not-in-future',
        { index, step: date > today ? '日期' : '记于' },
        `日期：${day} 还没有到，还没有办的事不能记`,
      );
    }
    if (written < date) {
      yield recordProblem('record-dates-in-order', at, `记于：${written} 早于这件事的日期 ${date}`);
    }
    if (written < latest) {
      yield recordProblem('record-dates-in-order', at, `${at.step}：${written} 早于上一件的 ${latest}`);
    } else latest = written;
  }
}

/** 受理 comes after the form was filled in, by what was received or, where that is not said, by the filing. */
function* receipts({ filing }: Entry, { events }: RecordLog): Iterable<Problem> {
  for (const { event, date, index, received } of countedEvents(events)) {
    const filedOn = received?.filedOn ?? filing.filedOn;
    if (event !== '受理' || filedOn === undefined || date >= filedOn) continue;
    const said = `日期：受理日期 ${date} 早于填报日期 ${filedOn}`;
    yield recordProblem('record-received-after-filed', { index, step: '日期' }, said);
  }
}

/** As corrected: what a 更正 has put right is no slip any more. */
function* figures({ events }: RecordLog): Iterable<Problem> {
  const years = new Set<number>();
  for (const { index, date, experts, agreed, year } of countedEvents(events)) {
    if (experts !== undefined && agreed !== undefined && agreed > experts) {
      const said = `同意人数：${agreed} 人同意，多于专家人数 ${experts} 人`;
      yield recordProblem('record-figures-agree', { index, step: '同意人数' }, said);
    }
    if (year === undefined) continue;
    const at = { index, step: '年度' };
    if (String(year) >= date.slice(0, 4)) {
      const said = `年度：${year} 年还没有过完，不能评价`;
      yield recordProblem('record-figures-agree', at, said, { clause: 'art10' });
    }
    if (years.has(year)) {
      yield recordProblem('record-figures-agree', at, `年度：${year} 年已经评价过`, {
        clause: 'art10',
        fix: '前一次写错的，记一件「更正」改那一次。',
      });
    }
    years.add(year);
  }
}

/** 并入 leads to a project; 查重认定 may also speak of a reference. */
function* targets(
  entry: Entry,
  { events }: RecordLog,
  { entries, references, formerIds }: Facts,
): Iterable<Problem> {
  for (const { index, target, event } of countedEvents(events)) {
    const known = (id: string) =>
      entries.has(id) || formerIds.has(id) || (event === '查重认定' && references.has(id));
    if (target === undefined || (target !== entry.id && known(target))) continue;
    const self = event === '并入' ? '项目不能并入自己' : '项目不能与自己比较';
    const why = target === entry.id ? self : `库里没有「${target}」`;
    yield recordProblem('record-merge-target', { index, step: '对象' }, `对象：${why}`);
  }
}

/** The first project in order of files keeps a number that two have; the others are told. */
/** Every holder is told: which of them came first is not known from the files. */
function* numbers(log: RecordLog, facts: Facts): Iterable<Problem> {
  for (const event of countedEvents(log.events)) {
    if (event.number === undefined) continue;
    const other = facts.numbers.get(numberKey(event.number))?.find((id) => id !== log.id);
    if (other === undefined) continue;
    const said = `登记号：「${event.number}」也给了 ${other}，一个登记号只给一个项目`;
    yield recordProblem('record-number-unique', { index: event.index, step: '登记号' }, said);
  }
}

const BY_REASON = { 'off-route': 'record-event-on-route', correction: 'record-correction-fits' } as const;

function* steps(entry: Entry, facts: Facts): Iterable<Problem> {
  for (const { event, act, refusal } of stepsOf(entry, facts)) {
    if (!refusal) continue;
    const { reason, message, clause, fix } = refusal;
    const own = reason === 'off-route' || reason === 'correction';
    if (!own && OWN_RULES.includes(act)) continue;
    const rule = own ? BY_REASON[reason] : 'record-transition';
    yield recordProblem(rule, stepOf(event), `${event.event}：${message}`, { clause, fix });
  }
}

function stepOf({ index }: RecordEvent): { index: number; step: string } {
  return { index, step: '事项' };
}
