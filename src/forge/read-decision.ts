import { z } from 'zod';
import { type Decision, STATUS_CONTEXT } from '../gate/decision.ts';
import { LABELS, type LabelName } from '../gate/labels.ts';

/** What a job that may write needs of a decision that another job made. */
export type SentDecision = Pick<Decision, 'status' | 'comment' | 'labels' | 'suggestions'>;

/** A decision on its way from the job that judged to the job that may write. */
export interface Parcel {
  readonly change: string;
  readonly head: string;
  readonly decision: SentDecision;
}

/** Larger than everything that is ever sent. */
export const MOST_PARCEL = 2 * 1024 * 1024;

const line = z.int().min(1).max(1_000_000);
const PARCEL = z.strictObject({
  change: z.string().regex(/^[a-z0-9][a-z0-9/-]{0,150}$/),
  head: z.string().regex(/^[0-9a-f]{40,64}$/),
  decision: z.strictObject({
    status: z.strictObject({
      context: z.literal(STATUS_CONTEXT),
      state: z.enum(['success', 'failure']),
      description: z
        .string()
        .max(140)
        .regex(/^[^\n\r]*$/),
    }),
    comment: z.string().max(1_000_000),
    labels: z.array(z.enum(Object.keys(LABELS) as [LabelName, ...LabelName[]])).max(20),
    suggestions: z
      .array(
        z.strictObject({
          // Below one folder, and nothing that leads out of it.
          path: z
            .string()
            .max(300)
            .regex(/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[\w./-]+\.(?:md|yaml)$/),
          from: line,
          to: line,
          body: z.string().max(60_000),
        }),
      )
      .max(50),
  }),
});

/** Reads a parcel; whatever is not exactly one is refused as a whole. */
export function readParcel(text: string): Parcel | undefined {
  if (text.length > MOST_PARCEL) return undefined;
  try {
    return PARCEL.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The text of a parcel. */
export function writeParcel({ change, head }: Omit<Parcel, 'decision'>, decision: SentDecision): string {
  const { status, comment, labels, suggestions } = decision;
  return `${JSON.stringify({ change, head, decision: { status, comment, labels, suggestions } })}\n`;
}
