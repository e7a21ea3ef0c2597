import { EVENT_NAMES, type EventName } from '../records/event-names.ts';
import { eventDef } from '../records/events.ts';
import { deriveState, type LifecycleFacts } from '../records/lifecycle/derive.ts';

/** What the office says for an event, and how the records call it: one vocabulary, whoever asks. */
const OTHER_NAMES: Readonly<Record<string, EventName>> = {
  论证: '专家论证',
  验收: '专家验收',
  对接: '总平台对接',
  归集: '数据归集',
  评价: '年度评价',
  要求补正: '补正',
  补正通知: '补正',
  下达: '资金下达',
  资金: '资金下达',
  重复认定: '查重认定',
  撤销: '撤销批准',
  变更申请: '变更',
  备案: '受理',
};

/** The event that is meant by a word; undefined when it is none. */
export function eventNamed(word: string): EventName | undefined {
  const said = word.normalize('NFKC').replace(/\s/g, '');
  return (
    EVENT_NAMES.find((name) => name === said) ??
    (Object.hasOwn(OTHER_NAMES, said) ? OTHER_NAMES[said] : undefined)
  );
}

/** An event as somebody says it, with the 结论 where the word holds it: 「审核通过」, 「论证不通过」, 「专家验收：整改」. */
export function eventSaid(
  word: string,
): { readonly event: EventName; readonly verdict?: string } | undefined {
  const event = eventNamed(word);
  if (event) return { event };
  const said = word.normalize('NFKC').replace(/[\s:]/g, '');
  for (const name of [...EVENT_NAMES, ...Object.keys(OTHER_NAMES)]) {
    const of = said.startsWith(name) ? eventNamed(name) : undefined;
    const verdict = of && eventDef(of).verdicts?.find((one) => one === said.slice(name.length));
    if (of && verdict !== undefined) return { event: of, verdict };
  }
  return undefined;
}

/** Every event, those first that have a place in the project's life on this day. */
export function eventsByPlace(facts: LifecycleFacts): {
  readonly possible: readonly EventName[];
  readonly others: readonly EventName[];
} {
  const possible = EVENT_NAMES.filter((name) => hasPlace(facts, name));
  return { possible, others: EVENT_NAMES.filter((name) => !possible.includes(name)) };
}

/** Tried out: an event has a place when it would count, with whichever 结论. */
function hasPlace(facts: LifecycleFacts, name: EventName): boolean {
  const { records, today } = facts;
  // 更正 is about another event, whose place it does not have.
  if (name === '更正') return records.length > 0;
  const verdicts = eventDef(name).verdicts ?? [undefined];
  return verdicts.some((verdict) => {
    const event = {
      date: today,
      event: name,
      index: records.length,
      ...(verdict === undefined ? {} : { verdict }),
    };
    const step = deriveState({ ...facts, records: [...records, event] }).timeline.find(
      (one) => one.event.index === records.length,
    );
    return step !== undefined && step.refusal === undefined;
  });
}
