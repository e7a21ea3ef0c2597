/** What a number format does to a number besides rounding it. */
export interface ShownBy {
  /** The number shown is the number stored divided by this. */
  readonly divisor: number;
  /** 元, 万元, 亿元: a unit that only the format writes. */
  readonly suffix?: string | undefined;
}

/** Stands for a point that is only drawn between digits; no format has this sign. */
const DRAWN = '§';
const PLAIN: ShownBy = { divisor: 1 };

/**
 * Reads a format such as `0!.0,` (shows 1890000 as 189.0), `0!.0000"万元"` or `#,##0.00,`: a comma behind the digits
 * divides by a thousand, and a point that is only drawn between digits by a power of ten.
 */
export function readFormat(format: string | number | undefined): ShownBy {
  if (typeof format !== 'string' || format === 'General' || format.length > 200) return PLAIN;
  const [positive = ''] = format.split(';');
  const suffix = /(亿元?|千万元?|百万元?|万元?|千元|元)(?:整)?["\s_)）]*$/.exec(positive)?.[1];
  const bare = positive
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[!\\]\./g, DRAWN)
    .replace(/"\."/g, DRAWN);
  const digits = bare.replace(/"[^"]*"|[!\\_*]./g, '');
  const commas = /[0#?](,+)(?![0#?,])/.exec(digits.replace(/§/g, ''))?.[1]?.length ?? 0;
  const drawn = /§([0#?]*)/.exec(digits)?.[1]?.length ?? 0;
  const divisor = 1_000 ** commas * 10 ** drawn;
  return divisor === 1 && suffix === undefined ? PLAIN : { divisor, suffix };
}
