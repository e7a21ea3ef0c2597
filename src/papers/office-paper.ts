import { formatDay } from '../form/dates.ts';
import { clauseTitle } from '../regulation/index.ts';
import { OFFICE_PAPERS, type OfficeKind } from './kinds.ts';
import {
  BLANK_DAY,
  COLUMNS,
  cellLine,
  type Flow,
  type Grid,
  type GridRow,
  labelCell,
  type Paper,
  text,
  title,
  valueCell,
} from './model.ts';
import { BODIES, type PaperRow } from './office-bodies.ts';
import {
  addressee,
  lastStep,
  numberOf,
  type Occasion,
  type OfficeFacts,
  projectName,
} from './office-facts.ts';

/** Either a paper, or a Chinese sentence why there is none. */
export type MadePaper = { readonly paper: Paper } | { readonly why: string };

/** A paper of the office about a project: filled from the records, or a sheet to be filled in where it comes before them. */
export function officePaper(kind: OfficeKind, facts: OfficeFacts): MadePaper {
  const step = lastStep(facts.life, kind);
  const { sheet, acts } = OFFICE_PAPERS[kind];
  const route = facts.life.route;
  if (kind === '备案回执' && route !== undefined && route.form !== '备案表')
    return {
      why: `这个项目按${clauseTitle(route.clauseId)}办理，不是备案，没有备案回执；受理的开「受理单」，审核的开「审核意见」。`,
    };
  if (kind === '审核意见' && route?.approval === false && step === undefined)
    return { why: `这个项目按${clauseTitle(route.clauseId)}办理，没有审核这一步。` };
  if (step === undefined && !sheet)
    return {
      why: `办理记录里没有「${acts.map(plainAct).join('」「')}」，开不出${kind}。先用 record 记下来；要空白的，不写项目：paper ${kind}。`,
    };
  return { paper: compose(kind, { facts, step }) };
}

/** 审核退回 is recorded as 审核 with the 结论 退回补正. */
function plainAct(act: string): string {
  return { 要求补正: '补正：要求补正', 审核退回: '审核：退回补正' }[act] ?? act;
}

/** A paper of the office as it is kept in a drawer: every blank to be written by hand. */
export function blankOfficePaper(kind: OfficeKind): Paper {
  return compose(kind, { facts: undefined, step: undefined });
}

function compose(kind: OfficeKind, occasion: Occasion): Paper {
  const { facts } = occasion;
  const demo = facts?.filing.demo === true ? '（演示）' : '';
  const heading = `${OFFICE_PAPERS[kind].heading}${demo}`;
  const { opening, rows, closing } = BODIES[kind](occasion);
  return {
    name: facts === undefined ? heading : `${kind}-${projectName(facts)}`,
    flow: [
      title(heading),
      cellLine(`编号：${numberOf(kind, occasion)}`, { align: 'right' }),
      ...(opening === undefined ? [] : letter(facts, opening)),
      gridOf(rows),
      ...closing.map((words) => text(words, { size: 'cell', room: 'small' })),
      ...signed(occasion),
    ],
  };
}

function letter(facts: OfficeFacts | undefined, opening: string): readonly Flow[] {
  const to = facts === undefined ? '　　　　　　　　　　' : addressee(facts);
  return [cellLine(`${to}：`, { size: 'text', room: 'small' }), text(opening)];
}

function gridOf(rows: readonly PaperRow[]): Grid {
  return { kind: 'grid', rows: rows.map(rowOf) };
}

function rowOf({ pairs, height = 'line' }: PaperRow): GridRow {
  const share = COLUMNS / pairs.length;
  const cells = pairs.flatMap(([label, words]) => [labelCell(label, 10), valueCell(words, share - 10)]);
  return { cells, height };
}

/** The office, the day of the act, room for the seal, and the way to the entry. */
function signed({ facts, step }: Occasion): readonly Flow[] {
  const day = step === undefined ? BLANK_DAY : formatDay(step.event.date);
  const office = facts?.office.name ?? '';
  const phone = facts?.office.phone;
  const left: readonly Flow[] = [
    ...(facts?.address === undefined
      ? []
      : [{ kind: 'code', address: facts.address, words: '扫码查看登记和办理经过' } as const]),
    ...(phone === undefined ? [] : [cellLine(`联系电话：${phone}`, { size: 'small', room: 'small' })]),
  ];
  const right = [
    cellLine(`${office}（盖章）`, { align: 'center', room: 'seal' }),
    cellLine(day, { align: 'center' }),
  ];
  const cells = [
    { span: 24, top: true, flow: left },
    { span: 28, top: true, flow: right },
  ] as const;
  return [{ kind: 'grid', plain: true, rows: [{ cells, height: 'line' }] }];
}
