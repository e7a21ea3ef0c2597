import { LOG_LABEL } from '../records/log.ts';
import { type ClauseId, clauseTitle } from '../regulation/index.ts';
import type { Problem, Severity } from '../text/finding.ts';

/** What the page of a rule on records says. */
export interface RecordRuleDoc {
  readonly severity: Severity;
  readonly title: string;
  /** Clauses it serves; none for how the file is written. */
  readonly clauses: readonly ClauseId[];
  readonly why: string;
  readonly fix: string;
}

/** Rules on the office's 办理记录 as a log; what the regulation demands of the steps has rules of its own. */
export const RECORD_RULES = {
  'record-event-valid': {
    severity: 'error',
    title: '办理记录逐件写日期、事项和经办',
    clauses: [],
    why: '状态、登记号和各种提醒都由办理记录推算；少一栏或写错一栏，推算出来的就不对。',
    fix: '照提示改；用「record」命令追加的不会写错。',
  },
  'record-has-project': {
    severity: 'error',
    title: '办理记录要有对应的项目',
    clauses: [],
    why: '没有项目的记录不知道办的是谁的事，也不会显示在任何页面上。',
    fix: '文件名与项目文件相同：projects/单位代码/项目.md 的记录放在 records/单位代码/项目.yaml。',
  },
  'record-dates-in-order': {
    severity: 'error',
    title: '办理记录按记下的先后写',
    clauses: [],
    why: '记录只往后加，记下的日期倒着写，就看不出先后，也可能是改动了旧记录。',
    fix: '核对日期；补记以前的事，「日期」写实际办成那天，「记于」写补记那天。',
  },
  'record-not-in-future': {
    severity: 'error',
    title: '办理记录的日期不晚于今天',
    clauses: [],
    why: '还没有发生的事不能记；推算状态时也不会算它。',
    fix: '改成办成那天的日期；还没有办的，删去这一条。',
  },
  'record-event-on-route': {
    severity: 'error',
    title: '只记该路径上有的事项',
    clauses: ['art6'],
    why: '备案和资料报送不设审批；不使用财政资金的项目没有立项和资金下达。',
    fix: '核对项目的路径；确实办了的，先由申报单位改正牵头主体、建设阶段或资金来源。',
  },
  'record-transition': {
    severity: 'error',
    title: '办理事项按先后办',
    clauses: ['art6'],
    why: '受理、补正、审核、论证各有先后；前一步没有办，后一步不能算数。',
    fix: '先补记前一步；确实没有办的，先办。',
  },
  'record-number-unique': {
    severity: 'error',
    title: '一个登记号只给一个项目',
    clauses: [],
    why: '登记号是人们引用项目的凭据，两个项目同号就分不清。',
    fix: '给后受理的项目换一个没有用过的登记号。',
  },
  'record-merge-target': {
    severity: 'error',
    title: '并入、查重认定的对象是库里的另一个项目',
    clauses: ['art5'],
    why: '对象写错了，就不知道并到了哪里，或者与谁比较过。',
    fix: '从对方的项目页复制编号，写成「单位代码/文件名」。',
  },
  'record-figures-agree': {
    severity: 'error',
    title: '办理记录里的数字要前后一致',
    clauses: [],
    why: '同意的人比到场的多、评价还没有过完的年度、同一年度评价两次，都是笔误。',
    fix: '核对人数和年度。',
  },
  'record-received-after-filed': {
    severity: 'judgement',
    title: '受理日期不早于填报日期',
    clauses: ['art6'],
    why: '表还没有填就受理，多半是日期写错了。',
    fix: '核对两个日期；受理日期写错的，记一件「更正」。',
  },
  'record-correction-fits': {
    severity: 'error',
    title: '更正写明改哪一件、哪一栏、原来写的什么',
    clauses: [],
    why: '更正对不上它要改的那一件，就不知道改了什么，也不算数。',
    fix: '数清是第几件，「原」照原来写的抄，「改为」照那一栏的写法。',
  },
} as const satisfies Readonly<Record<string, RecordRuleDoc>>;

export type RecordRule = keyof typeof RECORD_RULES;

/** What a rule on records rests on, as people cite it: clauses, or nothing but how the file is written. */
export function recordArticle(rule: RecordRule): string {
  const { clauses }: RecordRuleDoc = RECORD_RULES[rule];
  return clauses.length === 0 ? '文件格式' : clauses.map((id) => clauseTitle(id)).join('、');
}

/** A fault of the event at `index`, or of the whole log; `step` names the key. The clause may be a closer one. */
export function recordProblem(
  rule: RecordRule,
  at: { readonly index?: number; readonly step?: string },
  message: string,
  said: { readonly fix?: string; readonly clause?: ClauseId } = {},
): Problem {
  const article = said.clause ? clauseTitle(said.clause) : recordArticle(rule);
  const { index, step } = at;
  return {
    rule,
    severity: RECORD_RULES[rule].severity,
    path: [LOG_LABEL, ...(index === undefined ? [] : [index]), ...(step === undefined ? [] : [step])],
    message: article === '文件格式' ? `${message.replace(/。$/, '')}。` : `${message}（${article}）`,
    fix: said.fix ?? RECORD_RULES[rule].fix,
    article,
  };
}
