import { formatDay } from '../../form/dates.ts';
import type { Filing } from '../../form/fields.ts';
import { formatWan } from '../../form/money.ts';
import type { Lifecycle, State } from '../../records/lifecycle/derive.ts';
import { stepDetails, stepRemarks } from '../../records/step-words.ts';
import type { ClauseId } from '../../regulation/index.ts';
import type { Form } from '../../regulation/vocabulary.ts';
import { compareText } from '../../text/finding.ts';

/** How a state is coloured; never by colour alone, the words always stand beside it. */
export type Tone = 'pass' | 'wait' | 'stop' | 'quiet';

const TONES: Readonly<Partial<Record<State, Tone>>> = {
  已备案: 'pass',
  已收资料: 'pass',
  准予实施: 'pass',
  已验收: 'pass',
  运行: 'pass',
  不予受理: 'stop',
  未通过: 'stop',
  待整改: 'stop',
  已撤销批准: 'stop',
  不属于登记范围: 'quiet',
  已撤回: 'quiet',
  待补正: 'stop',
  暂缓: 'quiet',
  停用: 'quiet',
  并入: 'quiet',
};

/** The state as a page's first screen says it. */
export interface StateLine {
  readonly tone: Tone;
  /** 「待办公室审核」: whose turn it is. */
  readonly words: string;
  /** 「2026年10月20日起」; the page stands still, so the day is said and not the number of days. */
  readonly since: string | undefined;
  /** 登记号. */
  readonly number: string | undefined;
}

/** Where a project stands, in words. */
export function stateLine({ state, label, since, turn, number }: Lifecycle): StateLine {
  const waits = turn !== '无' && since !== undefined;
  return {
    tone: TONES[state] ?? 'wait',
    words: label,
    since: waits ? `${formatDay(since)}起` : undefined,
    number,
  };
}

/** One line of 办理经过: what the office recorded, or what the unit reports of its building. */
export interface TimelineRow {
  readonly date: string;
  readonly title: string;
  readonly by: string;
  readonly clause: ClauseId | undefined;
  readonly details: readonly { readonly label: string; readonly text: string }[];
  /** 受理内容, a paragraph of its own that few read; undefined where the event has none. */
  readonly received: string | undefined;
  /** That an event was put right, struck out, or has no place in the course of things, and why. */
  readonly remarks: readonly string[];
  /** False when it changed nothing. */
  readonly counts: boolean;
}

const RECEIVED = '受理内容';
/** A mark for programs, at the end of 受理内容. */
const DIGEST = /；摘要：[0-9a-f]{12}$/;

/** The office's events and the unit's own reports, in the order of time. */
export function timelineRows(life: Lifecycle, filing: Filing): readonly TimelineRow[] {
  const events = life.timeline.map((step): TimelineRow => {
    const { event, label, clause, who, refusal, voided } = step;
    const details = stepDetails(step);
    return {
      date: event.date,
      title: label,
      by: `办公室记录${who === '办公室' ? '' : `，${who}办理`}`,
      clause,
      details: details.filter((one) => one.label !== RECEIVED),
      received: details.find((one) => one.label === RECEIVED)?.text.replace(DIGEST, ''),
      remarks: stepRemarks(step),
      counts: refusal === undefined && !voided,
    };
  });
  return [...events, ...progressRows(filing)].sort((a, b) => compareText(a.date, b.date));
}

function progressRows({ progress = [] }: Filing): TimelineRow[] {
  return progress.map(({ date, percent, spent, note }) => ({
    date,
    title: '建设进展',
    by: '申报单位填报',
    clause: 'art8-5',
    details: [
      ...(percent === undefined ? [] : [{ label: '完成比例', text: `${percent}%` }]),
      ...(spent === undefined ? [] : [{ label: '累计投资', text: formatWan(spent) }]),
      ...(note === undefined ? [] : [{ label: '说明', text: note }]),
    ],
    received: undefined,
    remarks: [],
    counts: true,
  }));
}

/** What the print of a project page is. The regulation has no form for 资料报送. */
export function printWords(form: Form | undefined): string {
  if (form === '资料报送') return '打印本页，作为报送资料的封面（办法没有规定这种表）。';
  return `打印本页，得到${form ?? '表'}的版式，留有签字盖章的位置。`;
}

/** Words for the Article 7 integration. */
export function integrationWords({ integration: { platform, data } }: Lifecycle): string {
  const said = {
    未对接: '还没有对接计划',
    计划: '已有对接计划',
    待确认: '单位称已对接，待办公室确认',
    已对接: '已对接',
  };
  const pooled = { 未归集: '还没有归集计划', 计划: '已有归集安排', 已归集: '已归集' };
  return `总平台${said[platform]}；数据${pooled[data]}`;
}
