import { git, tryGit } from './bare-git.ts';
import { type Pull, pullOf, withGit } from './hub-pulls.ts';
import { allOf, fault, type HubRequest, type Json, type Run } from './hub-request.ts';

/** Where a remark was put: last line, first line when there are several, and the commit that was looked at. */
export interface KeptRemark {
  readonly path: string;
  readonly line: number;
  readonly start: number | undefined;
  readonly commit: string;
}

type GivenRemark = Readonly<Record<string, unknown>>;

export const review: Run = async (request, [, number = '']) => {
  const { state, registry, account } = request;
  const pull = await pullOf(request, number);
  if (!pull || !account) return fault(404, 'Not Found');
  const given = (request.body ?? {}) as {
    readonly event?: string;
    readonly comments?: readonly GivenRemark[];
  };
  if (given.event === 'APPROVE' && pull.user.id === account.id)
    return fault(422, 'Unprocessable Entity: Can not approve your own pull request');
  const { head, base } = ends(request, pull);
  const remarks = (given.comments ?? []).map((one) => remarkOf(one, head.sha));
  if (!remarks.every((one) => isInDiff(request, base.sha, one)))
    return fault(422, 'Unprocessable Entity: line must be part of the diff');
  // The emulator knows places in a diff only; GitHub takes lines of the file.
  const comments = (given.comments ?? []).map((one) => ({ ...one, position: one.line ?? 1 }));
  const found = await request.forward({ ...request, body: { ...given, comments } });
  if (found.status >= 300) return found;
  const key = `${registry}#${number}`;
  if (given.event === 'APPROVE')
    state.reviews.set(key, [...(state.reviews.get(key) ?? []), { by: account.id, head: head.sha }]);
  const { id } = found.body as { readonly id: number };
  const kept = await remarksOn(request, number);
  const own = kept.filter((one) => one.pull_request_review_id === id);
  for (const [at, one] of own.entries()) {
    const remark = remarks[at];
    if (remark) state.remarks.set(Number(one.id), remark);
  }
  return { ...found, status: 200 };
};

export const remarks: Run = async (request, [, number = '']) => {
  const found = await request.forward(request);
  const pull = await pullOf(request, number);
  if (!Array.isArray(found.body) || !pull) return found;
  const { head } = ends(request, pull);
  return { ...found, body: (found.body as Json[]).map((one) => withLine(request, head.sha, one)) };
};

const remarksOn = (request: HubRequest, number: string): Promise<readonly Json[]> =>
  allOf(request, `/repos/${request.registry}/pulls/${number}/comments`, '');

function ends(request: HubRequest, pull: Pull): { head: { sha: string }; base: { sha: string } } {
  return withGit(request, pull) as unknown as { head: { sha: string }; base: { sha: string } };
}

function remarkOf({ path, line, start_line }: GivenRemark, commit: string): KeptRemark {
  const start = start_line === undefined ? undefined : Number(start_line);
  return { path: String(path), line: Number(line), start, commit };
}

/** Whether every line of a remark stands in the change or within the three lines round it that a page shows. */
function isInDiff(
  { state, registry }: HubRequest,
  base: string,
  { path, line, start, commit }: KeptRemark,
): boolean {
  const out = git(state.folder(registry), 'diff', '-U3', `${base}...${commit}`, '--', path);
  const hunks = [...out.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, from, count]) => ({
    from: Number(from),
    to: Number(from) + Number(count ?? 1) - 1,
  }));
  return hunks.some(({ from, to }) => (start ?? line) >= from && line <= to);
}

/** A remark as it is shown now: one whose line reads otherwise by now has no line any more. */
function withLine({ state, registry }: HubRequest, head: string, one: Json): Json {
  const links = {
    self: { href: String(one.url) },
    html: { href: String(one.html_url) },
    pull_request: { href: String(one.pull_request_url) },
  };
  // The description has no null there: what does not apply is left out.
  const { in_reply_to_id: _, line: __, ...bare } = one;
  const kept = state.remarks.get(Number(one.id));
  if (!kept) return { ...bare, _links: links };
  const lineAt = (commit: string): string | undefined =>
    tryGit(state.folder(registry), 'show', `${commit}:${kept.path}`)?.split('\n')[kept.line - 1];
  const isSame = lineAt(kept.commit) === lineAt(head);
  return {
    ...bare,
    _links: links,
    ...(isSame ? { line: kept.line } : {}),
    original_line: kept.line,
    start_line: isSame ? (kept.start ?? null) : null,
    original_start_line: kept.start ?? null,
    start_side: kept.start === undefined ? null : 'RIGHT',
  };
}
