import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filing } from '../src/form/fields.ts';
import { EVENT_NAMES, KINDS, type Kind } from '../src/records/event-names.ts';
import { ACTS, type Act } from '../src/records/lifecycle/acts.ts';
import { deriveState, type Lifecycle, STATE_NAMES } from '../src/records/lifecycle/derive.ts';
import type { RecordEvent } from '../src/records/log.ts';
import { decideRoute } from '../src/regulation/routes.ts';
import { LEADS, STAGES } from '../src/regulation/vocabulary.ts';
import { eventsOf, ROUTES } from './support/events.ts';

/**
 * What the regulation demands, said here once more and without the transition table: as conditions on the order of
 * what was validly recorded. 第六条第2、4项: 审核, then 论证, before anything else; 第九条: 立项 and money after both;
 * 第八条第6项: acceptance after the building, which comes after the approval.
 */
const TODAY = '2023-12-31';
const RUNS = { seed: 20210429, numRuns: 3000 } as const;

/** A usual course with wrong turns: random acts alone would hardly ever get far. */
const COURSE: readonly Act[] = [
  '受理',
  '审核通过',
  '论证通过',
  '立项',
  '资金下达',
  '开工',
  '完工',
  '报验收',
  '验收通过',
];
const noise = fc.array(fc.constantFrom(...ACTS), { maxLength: 3 });
const course = fc
  .tuple(...COURSE.map((act) => fc.tuple(fc.boolean(), fc.boolean(), noise, fc.constant(act))))
  .map((steps) =>
    steps.flatMap(([often, skipped, wrong, act]) => [
      ...(often ? [] : wrong),
      ...(skipped && often ? [] : [act]),
    ]),
  );
const acts = fc.oneof(course, course, fc.array(fc.constantFrom(...ACTS), { maxLength: 30 }));
const kinds = fc.constantFrom(...KINDS);

function derive(kind: Kind, records: readonly RecordEvent[]): Lifecycle {
  return deriveState({ route: ROUTES[kind], filing: { filedOn: '2021-12-01' }, records, today: TODAY });
}

/** What was recorded and not refused. */
function validly({ timeline }: Lifecycle): readonly Act[] {
  return timeline.filter(({ refusal }) => refusal === undefined).map(({ act }) => act);
}

/** Places of an act in a history. */
function placesOf(history: readonly Act[], ...wanted: readonly Act[]): readonly number[] {
  return history.flatMap((act, place) => (wanted.includes(act) ? [place] : []));
}

interface Approval {
  readonly received: boolean;
  readonly reviewed: boolean;
  readonly argued: boolean;
  /** An approval that stands while a change of it is reviewed. */
  readonly standing: boolean;
}
const NONE: Approval = { received: false, reviewed: false, argued: false, standing: false };
const GIVEN: Approval = { received: true, reviewed: true, argued: true, standing: false };
const refused = (so: Approval): Approval => (so.standing ? GIVEN : { ...so, reviewed: false });
const STEPS: Readonly<Partial<Record<Act, (so: Approval) => Approval>>> = {
  受理: (so) => ({ ...so, received: true }),
  审核通过: (so) => ({ ...so, reviewed: so.received }),
  论证通过: (so) => (so.reviewed ? GIVEN : so),
  审核不通过: refused,
  论证不通过: refused,
  审核退回: (so) => ({ ...so, reviewed: false }),
  重新审核: () => ({ ...NONE, received: true, standing: true }),
  撤回: (so) => (so.standing ? GIVEN : NONE),
  撤销批准: () => ({ ...NONE, received: true }),
};

/** 受理, then 审核通过, then 论证通过; reopened by a change, and standing again when the change is refused or withdrawn. */
function isApproved(history: readonly Act[]): boolean {
  return history.reduce((so, act) => STEPS[act]?.(so) ?? so, NONE).argued;
}

const BEFORE_RECEIPT = ['待受理', '待补正', '不予受理', '不属于登记范围', '已撤回'];
const BINDING: readonly Kind[] = ['审批财政', '审批非财政'];

describe('no sequence of events', () => {
  it('reaches 准予实施, 已立项, 已验收 or building without what the regulation demands before it', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(kinds, acts, (kind, sequence) => {
        const life = derive(kind, eventsOf(sequence));
        const history = validly(life);
        reached.set(life.state, (reached.get(life.state) ?? 0) + 1);
        if (['准予实施', '已立项', '建设中', '已完工', '待验收', '待整改', '已验收'].includes(life.state)) {
          expect(BINDING).toContain(kind);
          expect(isApproved(history)).toBe(true);
        }
        if (life.state === '已立项')
          expect([kind, history]).toEqual(['审批财政', expect.arrayContaining(['立项'])]);
        if (life.state === '已验收') {
          const accepted = placesOf(history, '验收通过').at(-1) ?? -1;
          const built = placesOf(history, '完工').at(-1) ?? -1;
          const begun = history.indexOf('开工');
          expect(begun).toBeGreaterThanOrEqual(0);
          expect(begun < built && built < accepted).toBe(true);
        }
        if (!BEFORE_RECEIPT.includes(life.state)) expect(history).toContain('受理');
      }),
      RUNS,
    );
    for (const state of ['准予实施', '已立项', '建设中', '待验收', '已验收', '运行', '未通过', '暂缓']) {
      expect(reached.get(state) ?? 0, `${state} is among what was tried`).toBeGreaterThan(5);
    }
  });

  it('records 立项 or money but after the approval, and only where public money is used', () => {
    let met = 0;
    fc.assert(
      fc.property(kinds, acts, (kind, sequence) => {
        const history = validly(derive(kind, eventsOf(sequence)));
        for (const place of placesOf(history, '立项', '资金下达')) {
          met++;
          expect(kind).toBe('审批财政');
          expect(isApproved(history.slice(0, place))).toBe(true);
          if (history[place] === '资金下达') expect(history.slice(0, place)).toContain('立项');
        }
      }),
      RUNS,
    );
    expect(met).toBeGreaterThan(100);
  });

  it('is changed in its state by an event that is refused', () => {
    let refused = 0;
    fc.assert(
      fc.property(kinds, acts, fc.constantFrom(...ACTS), (kind, sequence, next) => {
        const { timeline: _before, ...before } = derive(kind, eventsOf(sequence));
        const { timeline, ...after } = derive(kind, eventsOf([...sequence, next]));
        if (timeline.at(-1)?.refusal === undefined) return;
        refused++;
        expect(after).toEqual(before);
      }),
      RUNS,
    );
    expect(refused).toBeGreaterThan(500);
  });
});

/** Acts that are remarks on a project and move it nowhere. */
const REMARKS: readonly Act[] = ['查重认定', '移交', '更正', '年度评价', '变更'];

describe('any life', () => {
  it('can go on: in every state some act has a place that moves it', () => {
    fc.assert(
      fc.property(kinds, acts, (kind, sequence) => {
        const { state } = derive(kind, eventsOf(sequence));
        const moving = ACTS.filter((act) => !REMARKS.includes(act)).filter(
          (act) => derive(kind, eventsOf([...sequence, act])).timeline.at(-1)?.refusal === undefined,
        );
        expect(moving, state).not.toEqual([]);
      }),
      { ...RUNS, numRuns: 500 },
    );
  });

  it('is after 恢复 where it was before 暂缓, whatever was remarked meanwhile', () => {
    let paused = 0;
    const remarks = fc.array(fc.constantFrom<Act>('变更', '查重认定', '年度评价', '移交'), { maxLength: 4 });
    fc.assert(
      fc.property(kinds, acts, remarks, (kind, sequence, meanwhile) => {
        const before = derive(kind, eventsOf(sequence));
        const held = derive(kind, eventsOf([...sequence, '暂缓']));
        if (before.state === '暂缓' || held.state !== '暂缓') return;
        paused++;
        const after = derive(kind, eventsOf([...sequence, '暂缓', ...meanwhile, '恢复']));
        expect(after.state).toBe(before.state);
        expect(after.facts).toEqual(before.facts);
      }),
      RUNS,
    );
    expect(paused).toBeGreaterThan(500);
  });

  it('does not depend on the order of writing where the days differ', () => {
    const plain = fc.array(fc.constantFrom(...ACTS.filter((act) => act !== '更正')), { maxLength: 12 });
    const orders = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(kinds, fc.oneof(course, plain), orders, (kind, sequence, order) => {
        const inOrder = eventsOf(sequence.filter((act) => act !== '更正'));
        const keyed = inOrder.map((event) => ({ event, key: order.next().value ?? 0 }));
        keyed.sort((a, b) => a.key - b.key);
        const shuffled = keyed.map(({ event }, index) => ({ ...event, index }));
        const { timeline: _one, ...known } = derive(kind, inOrder);
        const { timeline: _other, ...learntLate } = derive(kind, shuffled);
        expect(indexless(learntLate)).toEqual(indexless(known));
      }),
      RUNS,
    );
  });

  it('is as it was when a 更正 is itself withdrawn, and without an event that is voided', () => {
    fc.assert(
      fc.property(kinds, course, fc.nat(), (kind, sequence, pick) => {
        const events = eventsOf(sequence.filter((act) => act !== '更正'));
        if (events.length === 0) return;
        const target = pick % events.length;
        const last = { date: TODAY, event: '更正', column: '整件', becomes: '作废', reason: '记错' } as const;
        const voiding = { ...last, index: events.length, eventNumber: target + 1 };
        const undoing = { ...last, index: events.length + 1, eventNumber: events.length + 1 };
        const without = derive(
          kind,
          events.filter((_, place) => place !== target),
        );
        expect(derive(kind, [...events, voiding]).facts).toEqual(without.facts);
        expect(derive(kind, [...events, voiding, undoing]).facts).toEqual(derive(kind, events).facts);
      }),
      RUNS,
    );
  });
});

/** A life without the places of its events in the file. */
function indexless(life: object): unknown {
  return JSON.parse(JSON.stringify(life, (key, value) => (key === 'index' ? undefined : value)));
}

describe('the derivation of a state', () => {
  const day = fc.constantFrom(
    '2020-02-29',
    '2022-01-01',
    '2022-06-30',
    '2023-12-31',
    '2024-01-01',
    '2099-12-31',
  );
  const anyEvent = fc.record(
    {
      event: fc.constantFrom(...EVENT_NAMES),
      date: day,
      index: fc.nat(50),
      verdict: fc.oneof(
        fc.string(),
        fc.constantFrom('通过', '不通过', '要求补正', '恢复', '__proto__', 'toString'),
      ),
      year: fc.integer(),
      review: fc.boolean(),
      waived: fc.boolean(),
      target: fc.string(),
      number: fc.string(),
    },
    { requiredKeys: ['event', 'date', 'index'] },
  );
  const anyFiling: fc.Arbitrary<Filing> = fc.record(
    {
      filedOn: day,
      stage: fc.constantFrom(...STAGES),
      dataPooling: fc.string(),
      laterFiscal: fc.boolean(),
      platform: fc.record({
        state: fc.constantFrom('未对接', '计划对接', '正在对接', '已对接'),
        plannedOn: fc.option(day, { nil: undefined }),
      }),
    },
    { requiredKeys: [] },
  );
  const anyRoute = fc.oneof(
    fc.constant(undefined),
    fc
      .record({ lead: fc.constantFrom(...LEADS), stage: fc.constantFrom(...STAGES), fiscal: fc.boolean() })
      .map(decideRoute),
  );

  it('has an answer for whatever the records say, the same each time, and leaves them as they are', () => {
    fc.assert(
      fc.property(
        anyRoute,
        anyFiling,
        fc.array(anyEvent, { maxLength: 25 }),
        day,
        (route, filing, records, today) => {
          for (const event of records) Object.freeze(event);
          const facts = Object.freeze({ route, filing, records: Object.freeze(records), today });
          const life = deriveState(facts);
          expect(STATE_NAMES).toContain(life.state);
          expect(life.label).not.toBe('');
          expect(life.timeline).toHaveLength(records.filter(({ date }) => date <= today).length);
          for (const { what, clause } of life.owed) expect([what, clause]).not.toContain('');
          expect(deriveState(facts)).toEqual(life);
        },
      ),
      RUNS,
    );
  });
});
