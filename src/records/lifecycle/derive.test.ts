import { describe, expect, it } from 'vitest';
import { dayOf, eventsOf, ROUTES } from '../../../tests/support/events.ts';
import type { Filing } from '../../form/fields.ts';
import { EVENT_NAMES, KINDS, type Kind } from '../event-names.ts';
import { eventDef } from '../events.ts';
import type { RecordEvent } from '../log.ts';
import { ACTS, type Act, actOf } from './acts.ts';
import type { DecidedReadings } from './decided.ts';
import { deriveState, type Lifecycle, STATE_NAMES, STATES, type State } from './derive.ts';
import { isOnRoute } from './required.ts';

const TODAY = '2022-12-31';
const FILING: Filing = { filedOn: '2021-12-20' };

function derive(kind: Kind, acts: readonly Act[], filing: Filing = FILING): Lifecycle {
  return deriveState({ route: ROUTES[kind], filing, records: eventsOf(acts), today: TODAY });
}

const words = <Word extends string>(text: string): Word[] => text.split(' ').filter(Boolean) as Word[];

/** One way to reach every state that a procedure has. */
const TO_REVIEW = '受理';
const TO_APPROVAL = `${TO_REVIEW} 审核通过 论证通过`;
const CLOSED_WAYS = {
  不予受理: '不予受理',
  不属于登记范围: '不属于登记范围',
  已撤回: '撤回',
  停用: '受理 停用',
  并入: '受理 并入',
} as const;
const APPROVAL_WAYS = {
  ...CLOSED_WAYS,
  待受理: '',
  待补正: '受理 要求补正',
  待审核: TO_REVIEW,
  待论证: `${TO_REVIEW} 审核通过`,
  未通过: `${TO_REVIEW} 审核不通过`,
  准予实施: TO_APPROVAL,
  建设中: `${TO_APPROVAL} 开工`,
  已完工: `${TO_APPROVAL} 开工 完工`,
  待验收: `${TO_APPROVAL} 开工 完工 报验收`,
  待整改: `${TO_APPROVAL} 开工 完工 报验收 验收不通过`,
  已验收: `${TO_APPROVAL} 开工 完工 报验收 验收通过`,
  运行: `${TO_APPROVAL} 开工 完工 报验收 验收通过 年度评价`,
  已撤销批准: `${TO_APPROVAL} 撤销批准`,
  暂缓: `${TO_APPROVAL} 开工 暂缓`,
} as const;
const filedWays = (received: State) => ({
  ...CLOSED_WAYS,
  待受理: '',
  待补正: '受理 要求补正',
  [received]: '受理',
  运行: '受理 完工 总平台对接 数据归集',
  暂缓: '受理 暂缓',
});
const WAYS: Readonly<Record<Kind, Readonly<Partial<Record<State, string>>>>> = {
  备案: filedWays('已备案'),
  资料报送: filedWays('已收资料'),
  审批非财政: APPROVAL_WAYS,
  审批财政: {
    ...APPROVAL_WAYS,
    已立项: `${TO_APPROVAL} 立项`,
    建设中: `${TO_APPROVAL} 立项 开工`,
    已完工: `${TO_APPROVAL} 立项 开工 完工`,
    待验收: `${TO_APPROVAL} 立项 开工 完工 报验收`,
    待整改: `${TO_APPROVAL} 立项 开工 完工 报验收 验收不通过`,
    已验收: `${TO_APPROVAL} 立项 开工 完工 报验收 验收通过`,
    运行: `${TO_APPROVAL} 立项 开工 完工 报验收 验收通过 年度评价`,
    暂缓: `${TO_APPROVAL} 立项 开工 暂缓`,
  },
};

/** What the regulation and the readings allow: 「act→state」, or the act alone where the state stays. All else is refused. */
const GOING = '年度评价 年度确认 变更 暂缓→暂缓 停用→停用 并入→并入';
const ON = `要求补正→待补正 ${GOING}`;
/** Remarks and corrections of the office's have a place in every state and change none. */
const REMARK = '查重认定 移交 更正';
const NOTHING_TO_CORRECT = '查重认定 移交';
const LINK = '总平台对接 数据归集';
const OUT = '不属于登记范围→不属于登记范围 撤回→已撤回';
const AFRESH = '重报→待受理';
const opening = (received: string) => `受理→${received} 不予受理→不予受理 ${OUT} 要求补正→待补正 停用→已撤回`;
const closed = (before: State) => ({
  不予受理: AFRESH,
  不属于登记范围: AFRESH,
  已撤回: AFRESH,
  停用: `年度评价 年度确认 恢复使用→${before}`,
  并入: `年度评价 年度确认 恢复使用→${before}`,
});
const CHANGE = '重新审核→待审核 撤销批准→已撤销批准';
const approvalTable = (pay: string, project: string, waive: string) => ({
  ...closed('待审核'),
  待受理: `${opening('待审核')} 开工`,
  待补正: `要求补正 已补齐→待审核 审核通过→待论证 审核不通过→未通过 审核退回 开工 ${OUT} ${GOING}`,
  待审核: `审核通过→待论证 审核不通过→未通过 审核退回→待补正 开工 ${OUT} ${ON}`,
  待论证: `论证通过→准予实施 论证不通过→未通过 开工 ${OUT} ${ON}`,
  未通过: `审核通过→待论证 审核不通过 审核退回→待补正 开工 重报→待审核 ${OUT} ${ON}`,
  准予实施: `${project} 开工→建设中 撤回→已撤回 ${CHANGE} ${ON}`,
  建设中: `${pay} 完工→已完工 ${waive} ${CHANGE} ${LINK} ${ON}`,
  已完工: `${pay} 报验收→待验收 验收通过→已验收 验收不通过→待整改 ${waive && `${waive}→运行`} ${CHANGE} ${LINK} ${ON}`,
  待验收: `${pay} 验收通过→已验收 验收不通过→待整改 ${waive && `${waive}→运行`} ${CHANGE} ${LINK} ${ON}`,
  待整改: `${pay} 报验收→待验收 整改→待验收 完工→待验收 ${waive && `${waive}→运行`} ${CHANGE} ${LINK} ${ON}`,
  已验收: `${pay} 撤销批准→已撤销批准 ${LINK} ${ON.replace('年度评价', '年度评价→运行')}`,
  运行: `${pay} 撤销批准→已撤销批准 ${LINK} ${ON}`,
  已撤销批准: `重报→待审核 ${ON}`,
  暂缓: '年度评价 年度确认 变更 恢复→建设中 停用→停用 并入→并入',
});
const onRequest = '论证通过 论证不通过';
const filedTable = (received: State, start: string) => ({
  ...closed(received),
  待受理: opening(received),
  待补正: `要求补正 已补齐→${received} ${onRequest} ${start} 完工 ${LINK} ${OUT} ${GOING}`,
  [received]: `${onRequest} ${start} 完工 ${LINK} ${OUT} ${ON}`,
  运行: `${onRequest} 报验收 整改 验收通过 验收不通过 ${LINK} ${ON}`,
  暂缓: `年度评价 年度确认 变更 恢复→${received} 撤回→已撤回 停用→停用 并入→并入`,
});
const ALLOWED: Readonly<Record<Kind, Readonly<Partial<Record<State, string>>>>> = {
  备案: filedTable('已备案', ''),
  资料报送: filedTable('已收资料', '开工'),
  审批非财政: approvalTable('', '免予验收', '免予验收'),
  审批财政: {
    ...approvalTable('立项 资金下达', '立项→已立项', ''),
    已立项: `立项 资金下达 开工→建设中 撤回→已撤回 ${CHANGE} ${ON}`,
  },
};

const cells = KINDS.flatMap((kind) =>
  Object.keys(WAYS[kind]).map((state): [Kind, State] => [kind, state as State]),
);

describe('the transition table', () => {
  it.each(cells)('%s, %s: every legal act leads where it should, every other is refused', (kind, state) => {
    const way = words<Act>(WAYS[kind][state] ?? '');
    expect(derive(kind, way).state).toBe(state);
    const allowed = new Map(
      words(`${ALLOWED[kind][state] ?? ''} ${way.length > 0 ? REMARK : NOTHING_TO_CORRECT}`).map(
        (cell): [string, string] => {
          const [act = '', to = state] = cell.split('→');
          return [act, to];
        },
      ),
    );
    for (const act of ACTS) {
      const after = derive(kind, [...way, act]);
      const { refusal } = after.timeline.at(-1) ?? {};
      expect([state, act, after.state, refusal === undefined]).toEqual([
        state,
        act,
        allowed.get(act) ?? state,
        allowed.has(act),
      ]);
      if (refusal) expect(refusal.message).toMatch(/先有|不能|不记|前面没有/);
    }
  });

  it('reaches every state in some procedure, and speaks of every state and act', () => {
    expect(new Set(cells.map(([, state]) => state))).toEqual(new Set(STATE_NAMES));
    const acts = Object.values(ALLOWED).flatMap((table) =>
      Object.values(table).flatMap((cell) => words(`${cell} ${REMARK}`)),
    );
    expect(new Set(acts.map((cell) => cell.split('→')[0]))).toEqual(new Set(ACTS));
  });

  it('has a place for a 事项 exactly in the procedures that the event dictionary names', () => {
    for (const name of EVENT_NAMES) {
      const acts = ACTS.filter((act) => eventsOf([act]).some(({ event }) => event === name));
      const kinds = KINDS.filter((kind) => acts.some((act) => isOnRoute(kind, act)));
      expect(kinds, name).toEqual(KINDS.filter((kind) => eventDef(name).kinds.includes(kind)));
    }
  });
});

describe('a refused event', () => {
  const refusal = (kind: Kind, way: string) => derive(kind, words<Act>(way)).timeline.at(-1)?.refusal;

  it('names what must come before, with the clause', () => {
    expect(refusal('审批财政', '受理 立项')).toMatchObject({
      reason: 'too-early',
      message: '先有审核通过、专家论证通过，才能记「立项」',
      clause: 'art9',
    });
    expect(refusal('审批财政', '受理 审核通过 论证通过 资金下达')?.message).toBe(
      '先有立项，才能记「资金下达」',
    );
    expect(refusal('审批非财政', '受理 审核通过 论证通过 开工 验收通过')).toMatchObject({
      message: '先有完工，才能记「验收通过」',
      clause: 'art8-6',
    });
    expect(refusal('备案', '总平台对接')).toMatchObject({
      message: '先有受理，才能记「总平台对接」',
      clause: 'art7-1',
    });
  });

  it('says that a route does not have the event, or that the project has ended', () => {
    expect(refusal('备案', '受理 审核通过')).toMatchObject({
      reason: 'off-route',
      message: expect.stringContaining('不设审批'),
    });
    expect(refusal('审批非财政', '受理 审核通过 论证通过 立项')).toMatchObject({
      reason: 'off-route',
      clause: 'art9',
    });
    expect(refusal('审批财政', '受理 审核通过 论证通过 免予验收')).toMatchObject({
      reason: 'off-route',
      clause: 'art8-6',
    });
    expect(refusal('备案', '受理 停用 变更')).toMatchObject({ reason: 'final' });
    expect(refusal('备案', '受理 受理')).toMatchObject({ reason: 'too-late' });
  });
});

describe('the memory of the lifecycle', () => {
  it('leads back from 补正 and 暂缓 to where they interrupted', () => {
    expect(derive('审批财政', words('受理 审核通过 要求补正 已补齐')).state).toBe('待论证');
    expect(derive('审批财政', words('受理 审核退回 已补齐')).state).toBe('待审核');
    expect(derive('备案', words('要求补正 已补齐')).state).toBe('待受理');
    expect(derive('审批财政', words('受理 要求补正 暂缓 恢复 已补齐')).state).toBe('待审核');
  });

  it('demands a fresh 审核 and 论证 after a refusal or a change that reopens the review', () => {
    expect(derive('审批财政', words('受理 审核通过 论证不通过 论证通过')).state).toBe('未通过');
    const reopened = `${TO_APPROVAL} 立项 开工 重新审核`;
    expect(derive('审批财政', words(reopened)).state).toBe('待审核');
    expect(derive('审批财政', words(`${reopened} 资金下达`)).timeline.at(-1)?.refusal?.clause).toBe('art9');
    expect(derive('审批财政', words(`${reopened} 审核通过 论证通过`)).state).toBe('建设中');
  });

  it('writes down a start before the approval without letting it open a door', () => {
    const early = derive('审批财政', words('受理 开工'));
    expect(early.state).toBe('待审核');
    expect(early.timeline.at(-1)?.refusal).toBeUndefined();
    expect(derive('审批财政', words('受理 开工 完工')).state).toBe('待审核');
  });

  it('lets the office waive acceptance only where no public money is used', () => {
    expect(derive('审批非财政', words(`${TO_APPROVAL} 免予验收 开工 完工`)).state).toBe('运行');
    expect(derive('审批财政', words(`${TO_APPROVAL} 免予验收 开工 完工`)).state).toBe('已完工');
  });

  it('counts an event without a verdict as no pass', () => {
    expect(actOf({ event: '审核' })).toBe('审核退回');
    expect(actOf({ event: '专家论证' })).toBe('论证不通过');
    expect(actOf({ event: '专家验收', verdict: '合格' })).toBe('验收不通过');
  });
});

describe('whose turn it is', () => {
  it.each<[Kind, string, string, string]>([
    ['备案', '', '待办公室受理', '办公室'],
    ['备案', '要求补正', '待申报单位补正', '申报单位'],
    ['审批财政', '受理', '待办公室审核', '办公室'],
    ['审批财政', '受理 审核通过', '待办公室组织专家论证', '办公室'],
    ['审批财政', TO_APPROVAL, '准予实施，待申报单位办理立项', '申报单位'],
    ['审批非财政', TO_APPROVAL, '准予实施，待申报单位开工', '申报单位'],
    ['审批财政', `${TO_APPROVAL} 立项`, '已立项，待财政下达资金', '财政'],
    ['审批财政', `${TO_APPROVAL} 立项 资金下达`, '已立项，待申报单位开工', '申报单位'],
    ['审批财政', `${TO_APPROVAL} 立项 开工 完工`, '已完工，待申报单位报验收', '申报单位'],
    ['审批财政', `${TO_APPROVAL} 立项 开工 完工 报验收`, '待办公室组织专家验收', '办公室'],
    [
      '审批财政',
      `${TO_APPROVAL} 立项 开工 完工 报验收 验收不通过`,
      '验收没有通过，待申报单位整改',
      '申报单位',
    ],
    ['备案', '受理 暂缓', '暂缓办理，待办公室恢复', '办公室'],
    ['资料报送', '受理', '已收资料，待协调单位与总平台对接', '协调单位'],
    ['备案', '受理', '已备案，待申报单位与总平台对接', '申报单位'],
    ['备案', '受理 总平台对接', '已备案，待申报单位归集数据', '申报单位'],
    ['备案', '受理 停用', '已停用', '无'],
  ])('%s after 「%s」: %s', (kind, way, label, turn) => {
    expect(derive(kind, words(way))).toMatchObject({ label, turn });
  });

  it('counts from the day of the last change, before 受理 from the 填报日期', () => {
    expect(derive('备案', []).since).toBe('2021-12-20');
    expect(derive('审批财政', words('受理 变更')).since).toBe(dayOf(0));
    expect(derive('审批财政', words('受理 要求补正 要求补正')).since).toBe(dayOf(2));
  });

  it('is nobody until the unit’s own planned day, and the unit’s from that day on', () => {
    const planned = (plannedOn: string): Filing => ({
      ...FILING,
      dataPooling: '每日归集。',
      platform: { state: '计划对接', plannedOn },
    });
    const ahead = derive('备案', ['受理'], planned('2023-06-30'));
    expect(ahead).toMatchObject({ label: '已备案，已有对接计划', turn: '无' });
    expect(ahead.integration).toEqual({ platform: '计划', data: '计划', plannedOn: '2023-06-30' });
    expect(derive('备案', ['受理'], planned('2022-06-30'))).toMatchObject({
      turn: '申报单位',
      since: '2022-06-30',
    });
  });

  it('asks the office to confirm what a unit says of itself', () => {
    const claimed = derive('备案', ['受理'], { ...FILING, platform: { state: '已对接' } });
    expect(claimed.integration.platform).toBe('待确认');
    expect(claimed.turn).toBe('办公室');
    expect(derive('备案', words('受理 总平台对接')).integration.platform).toBe('已对接');
  });

  it('owes a 年度评价 for every full year that is over, never for the current one', () => {
    const owed = (today: string, records = eventsOf(['受理'])) =>
      deriveState({ route: ROUTES.备案, filing: { stage: '已建成' }, records, today })
        .owed.filter(({ clause }) => clause === 'art10')
        .map(({ what, since }) => [what, since]);
    const later = eventsOf(['变更', '受理']).slice(1);
    expect(owed('2022-12-31')).toEqual([]);
    expect(owed('2023-01-01', later)).toEqual([]);
    expect(owed('2024-03-01', later)).toEqual([['2023年度评价', '2024-01-01']]);
  });
});

describe('the states', () => {
  it('all have a label that names whose turn it is, where it is somebody’s', () => {
    for (const { label, turn } of Object.values(STATES)) {
      if (turn !== '无') expect(label).toContain(`待${turn}`);
    }
  });

  it('leave out events after the day that is asked for', () => {
    const records = eventsOf(['受理', '审核通过']);
    expect(deriveState({ route: ROUTES.审批财政, filing: FILING, records, today: dayOf(0) }).state).toBe(
      '待审核',
    );
  });

  it('answer also for a filing whose route cannot be told', () => {
    const life = deriveState({ route: undefined, filing: {}, records: eventsOf(['受理']), today: TODAY });
    expect(life).toMatchObject({ state: '待受理', turn: '申报单位' });
    expect(life.timeline[0]?.refusal).toBeDefined();
  });
});

describe('a reading that the office has decided', () => {
  const filing = { filedOn: '2024-03-05', stage: '正在建设' } as const;
  const wants = (kind: Kind, records: readonly RecordEvent[], decided: DecidedReadings): string =>
    deriveState({ route: ROUTES[kind], filing, records, today: '2026-11-24', decided })
      .owed.map(({ what }) => what)
      .join('，');
  const received: RecordEvent = { date: '2024-03-10', event: '受理', number: '登1号', index: 0 };

  it('has projects without public money evaluated too', () => {
    expect(wants('资料报送', [received], {})).not.toContain('年度评价');
    expect(wants('资料报送', [received], { evaluates: '各单位和财政项目' })).not.toContain('年度评价');
    expect(wants('资料报送', [received], { evaluates: '全部' })).toContain('2025年度评价');
  });

  it('has new projects of units linked as well, once they are built', () => {
    const days = ['2024-03-20', '2024-04-20', '2024-05-20', '2024-12-20'];
    const events = ['审核', '专家论证', '开工', '完工'] as const;
    const built = [
      received,
      ...events.map((event, at) => {
        return { date: days[at] ?? '', event, verdict: at < 2 ? '通过' : undefined, index: at + 1 };
      }),
    ];
    expect(wants('审批非财政', built, {})).not.toContain('与总平台对接');
    expect(wants('审批非财政', built, { linksItem2: '是' })).toContain('与总平台对接，归集数据');
    expect(wants('审批非财政', built.slice(0, 4), { linksItem2: '是' })).not.toContain('与总平台对接');
  });
});
