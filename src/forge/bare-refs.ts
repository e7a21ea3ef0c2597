/**
 * How a Git server without any pages keeps what a forge keeps: as refs that only the office may write. A filing lies on
 * a branch of its own, what belongs to it beside.
 */
export const FILING = 'refs/heads/filing/';
const KEPT = 'refs/registry/';

/** The branch of a filing by its key. */
export const filingRef = (key: string): string => `${FILING}${key}`;
/** Who pushed the branch, and when: written by the server's own hook. */
export const authorRef = (key: string): string => `${KEPT}authors/${key}`;
export const commentRef = (key: string, topic: string): string => `${KEPT}comments/${key}/${topic}`;
export const statusRef = (commit: string, context: string): string =>
  `${KEPT}status/${commit}/${context.replace(/[^a-z0-9-]+/g, '-')}`;
/** What was merged, by key and head: a second merge of the same finds it. */
export const mergedRef = (key: string, head: string): string => `${KEPT}merged/${key}/${head}`;

/** Whether a ref is one of those that only the office and the server itself may write. */
export const isKept = (ref: string): boolean => ref.startsWith(KEPT);

/** The key of a filing's branch; undefined for other refs and for names that nobody writes so. */
export function filingKey(ref: string): string | undefined {
  const key = ref.startsWith(FILING) ? ref.slice(FILING.length) : '';
  return /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*){0,3}$/.test(key) ? key : undefined;
}

/** Who pushed a commit to a branch. */
export interface PushRecord {
  readonly actor: string;
  readonly head: string;
  /** ISO 8601, by the server's clock; of the first push. */
  readonly since: string;
}

/** The record in the blob of an author's ref; undefined when it is none. */
export function readPushRecord(text: string): PushRecord | undefined {
  try {
    const { actor, head, since } = JSON.parse(text) as Partial<Record<string, unknown>>;
    const sound =
      typeof actor === 'string' &&
      /^\d{1,20}$/.test(actor) &&
      typeof head === 'string' &&
      /^[0-9a-f]{40,64}$/.test(head) &&
      typeof since === 'string' &&
      /^\d{4}-\d\d-\d\dT/.test(since);
    return sound ? { actor, head, since } : undefined;
  } catch {
    return undefined;
  }
}
