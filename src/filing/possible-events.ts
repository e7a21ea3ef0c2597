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
  接收: '受理',
  收件: '受理',
  登记: '受理',
  初审: '审核',
  审查: '审核',
  评审: '专家论证',
  专家评审: '专家论证',
  批复: '立项',
  立项批复: '立项',
  付款: '资金下达',
  拨款: '资金下达',
  支付: '资金下达',
  动工: '开工',
  进场: '开工',
  竣工: '完工',
  建成: '完工',
  申请验收: '报验收',
  报请验收: '报验收',
  年度核实: '年度确认',
  停止使用: '停用',
  下线: '停用',
  合并: '并入',
  划转: '移交',
  改错: '更正',
  订正: '更正',
};

/** What is said for a 结论 in other words. */
const OTHER_VERDICTS: Readonly<Record<string, string>> = {
  合格: '通过',
  同意: '通过',
  不合格: '不通过',
  不同意: '不通过',
  完成: '已补齐',
  齐了: '已补齐',
  补齐: '已补齐',
  退回: '退回补正',
};

/** What an office says of that is no event of its own, and what to record for it. */
const NO_EVENTS: readonly (readonly [words: RegExp, say: string])[] = [
  [/延期|顺延|展期|推迟/, '延期记「变更」，在说明里写原来的和新的完成日期'],
  [
    /追加|增资|调整|核增|核减/,
    '内容或总投资改了的记「变更」，写金额和说明；须重新审核论证的，另写「重新审核: 是」',
  ],
  [
    /作废|取消|终止|注销|中止/,
    '受理以前不办了的记「撤回」，批准以后不建了的记「撤销批准」，不再用的记「停用」；整件记错的记「更正」，栏目写「整件」',
  ],
  [/运维|到期|续保|续约/, '运维到期不用记；还用的记「年度确认」、结论写在用，不续的记「停用」'],
  [/安排|通知|邀请|抽取/, '定了日子还不用记，开完会以后记「专家论证」；给专家的材料用 packet 命令'],
  [/意见/, '专家意见记「专家论证」，验收的记「专家验收」；写结论、专家人数、同意人数和意见书编号'],
  [/驳回|退件|拒绝/, '不合要求能补的记「补正」，不予受理的记「不予受理」'],
  [/催|提醒/, '催办不用记；催办的话用 queue --remind'],
];

/** What to record instead of a word that is no event; undefined for words that nobody has foreseen. */
export function insteadOf(word: string): string | undefined {
  return NO_EVENTS.find(([words]) => words.test(word.normalize('NFKC')))?.[1];
}

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
    const rest = said.slice(name.length).replace(/^已/, '');
    const verdict =
      of &&
      eventDef(of).verdicts?.find(
        (one) => one === said.slice(name.length) || one === (OTHER_VERDICTS[rest] ?? rest),
      );
    if (of && verdict !== undefined) return { event: of, verdict };
  }
  if (/^已?补(?:正|齐)(?:完成|完毕|了|好)?$/.test(said)) return { event: '补正', verdict: '已补齐' };
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
