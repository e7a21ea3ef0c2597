import type { ClauseId } from './index.ts';
import type { Form, Lead, Stage } from './vocabulary.ts';

/** The three answers that decide a route. */
export interface RouteQuestion {
  readonly lead: Lead;
  readonly stage: Stage;
  /** 是否涉及使用财政资金 (any share; see `isFiscal`). */
  readonly fiscal: boolean;
}

/** Duties that follow a route. */
export type Duty = 'art7' | 'art8' | 'art9';

/** A row of the route table. */
export interface Route {
  /** Article 6 item, as the command line prints it. */
  readonly clause: '6.1' | '6.2' | '6.3' | '6.4';
  readonly clauseId: ClauseId;
  readonly form: Form;
  /** 审核 and 专家论证 must come before any work. */
  readonly approval: boolean;
  /** Documents that go with the form. */
  readonly attachments: readonly string[];
  /** A 行业主管部门 or 属地街道办事处 coordinates the filing. */
  readonly coordinator: boolean;
  readonly duties: readonly Duty[];
  /** What happens, in order, in the applicant's words. */
  readonly steps: readonly string[];
}

interface Row {
  readonly leads: readonly Lead[];
  readonly stages: readonly Stage[];
  readonly fiscal: readonly boolean[];
  readonly route: Route;
}

const UNIT_LED = ['区直单位', '街道办事处', '园区管委会'] as const;
const SOCIALLY_LED = ['社会组织', '个人'] as const;
const STARTED = ['已建成', '正在建设'] as const;
const ANY = [true, false] as const;

const INTEGRATE = '主动对接办公室：与「数智金水」总平台对接融合，按标准归集必要数据（第七条）';
const CONSTRUCT = '按实施方案建设，建成后报办公室组织专家验收（第八条）';
const FUND = '办公室审核通过后，按程序立项并申请财政资金（第九条）';
const APPROVE = '办公室审核，专家委员会论证；通过后方可实施';

/** Article 6 as a table: every combination of lead, stage and fiscal meets exactly one row. */
export const ROUTE_TABLE: readonly Row[] = [
  {
    leads: UNIT_LED,
    stages: STARTED,
    fiscal: ANY,
    route: {
      clause: '6.1',
      clauseId: 'art6-1',
      form: '备案表',
      approval: false,
      attachments: ['项目建设方案'],
      coordinator: false,
      duties: ['art7'],
      steps: ['填写备案表，附项目建设方案，报办公室备案', INTEGRATE],
    },
  },
  {
    leads: UNIT_LED,
    stages: ['新建'],
    fiscal: [true],
    route: {
      clause: '6.2',
      clauseId: 'art6-2',
      form: '申请表',
      approval: true,
      attachments: ['项目建设实施方案'],
      coordinator: false,
      duties: ['art8', 'art9'],
      steps: ['编制实施方案，填写申请表，报办公室', APPROVE, FUND, CONSTRUCT],
    },
  },
  {
    leads: UNIT_LED,
    stages: ['新建'],
    fiscal: [false],
    route: {
      clause: '6.2',
      clauseId: 'art6-2',
      form: '申请表',
      approval: true,
      attachments: ['项目建设实施方案'],
      coordinator: false,
      duties: ['art8'],
      steps: ['编制实施方案，填写申请表，报办公室', APPROVE, CONSTRUCT],
    },
  },
  {
    leads: SOCIALLY_LED,
    stages: STARTED,
    fiscal: ANY,
    route: {
      clause: '6.3',
      clauseId: 'art6-3',
      form: '备案表',
      approval: false,
      attachments: ['项目建设方案'],
      coordinator: true,
      duties: ['art7'],
      steps: ['由行业主管部门或属地街道办事处协调填写备案表，附项目建设方案，报办公室备案', INTEGRATE],
    },
  },
  {
    leads: SOCIALLY_LED,
    stages: ['新建'],
    fiscal: [true],
    route: {
      clause: '6.4',
      clauseId: 'art6-4',
      form: '申请表',
      approval: true,
      attachments: ['项目建设实施方案'],
      coordinator: false,
      duties: ['art8', 'art9'],
      steps: ['编制实施方案，填写申请表，报办公室', APPROVE, FUND, CONSTRUCT],
    },
  },
  {
    leads: SOCIALLY_LED,
    stages: ['新建'],
    fiscal: [false],
    route: {
      clause: '6.4',
      clauseId: 'art6-4',
      form: '资料报送',
      approval: false,
      attachments: ['项目建设实施方案', '项目建设内容'],
      coordinator: true,
      duties: ['art7'],
      steps: [
        '由行业主管部门或属地街道办事处协调，向办公室提供项目实施方案和项目建设内容',
        '办公室受理，不设审批；需要论证的可以提请（第四条）',
        INTEGRATE,
      ],
    },
  },
];

/** The one row of Article 6 that the three answers meet (total over all of them). */
export function decideRoute(question: RouteQuestion): Route {
  const row = ROUTE_TABLE.find(
    ({ leads, stages, fiscal }) =>
      leads.includes(question.lead) && stages.includes(question.stage) && fiscal.includes(question.fiscal),
  );
  if (!row) throw new Error(`The route table has no row for ${JSON.stringify(question)}`);
  return row.route;
}
