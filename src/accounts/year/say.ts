import { formatWan, wanPlain } from '../../form/money.ts';
import type { Figure } from './types.ts';
import { gradeWords } from './using.ts';

/** A figure as people read it: 「3 个」「66.7%（2/3）」「960.00 万元」; for one that there is none of, 「—」. */
export function figureText(figure: Figure): string {
  const { kind, value, of, behind } = figure;
  if (value === undefined) return '—';
  switch (kind) {
    case '率':
      return `${percentOf(figure)}（${value}/${of}）`;
    case '资金率':
      return `${percentOf(figure)}（${formatWan(value)} / ${formatWan(of ?? 0)}）`;
    case '万元':
      return formatWan(value);
    case '等次':
      return gradeWords(behind);
    default:
      return `${value} ${kind}`;
  }
}

/** 「66.7%」; undefined where nothing stands below the line. */
export function percentOf({ value, of }: Pick<Figure, 'value' | 'of'>): string | undefined {
  if (value === undefined || of === undefined || of === 0) return undefined;
  return `${(Math.round((value / of) * 1000) / 10).toFixed(1)}%`;
}

/** A figure as a number for programs: sums in 万元, shares from 0 to 1; null where there is none. */
export function figureNumber({ kind, value, of }: Pick<Figure, 'kind' | 'value' | 'of'>): number | null {
  if (value === undefined) return null;
  if (kind === '万元') return Number(wanPlain(value));
  if (kind !== '率' && kind !== '资金率') return value;
  return of === undefined || of === 0 ? null : Math.round((value / of) * 1e6) / 1e6;
}
