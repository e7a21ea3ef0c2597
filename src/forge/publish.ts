import { LABELS } from '../gate/labels.ts';
import { type Extras, type Forge, ForgeError, type OpenChange, type Written } from './forge.ts';
import type { SentDecision } from './read-decision.ts';

/** The comment of the gate among the bot's own. */
export const GATE_TOPIC = 'gate';

/**
 * GitHub allows 500 requests an hour that make content, and 1,000 requests in all for the token of a workflow. A run
 * stops writing before the first; what is left comes with the next.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export const MOST_WRITES = 450;

/** What may still be written in this run. */
export interface Budget {
  left: number;
}

/** What a run did: how much was written, and which changes have to wait for the next. */
export interface PublishedAll {
  readonly written: number;
  readonly same: number;
  readonly postponed: readonly string[];
  /** Changes of which something could not be written, with the reason. */
  readonly failed: readonly { readonly key: string; readonly why: string }[];
}

interface ToSay {
  readonly change: OpenChange;
  readonly decision: SentDecision;
}

interface Step {
  /** Whether there is anything to do at all. */
  readonly applies: (forge: Forge & Partial<Extras>, one: ToSay) => boolean;
  readonly run: (forge: Forge & Partial<Extras>, one: ToSay) => Promise<Written>;
}

/** What is set and said, the most important first: by the status a merge waits, the rest is for people. */
const STEPS: readonly Step[] = [
  {
    applies: () => true,
    run: (forge, { change, decision: { status } }) => forge.setStatus(change.head, status),
  },
  {
    applies: () => true,
    run: (forge, { change, decision: { comment } }) => forge.comment(change.key, GATE_TOPIC, comment),
  },
  {
    applies: ({ setLabels }) => setLabels !== undefined,
    run: async (forge, { change, decision: { labels } }) =>
      (await forge.setLabels?.(change, labels, Object.keys(LABELS))) ?? 'same',
  },
  {
    applies: ({ suggest }, { decision: { suggestions } }) => suggest !== undefined && suggestions.length > 0,
    run: async (forge, { change, decision: { suggestions } }) =>
      (await forge.suggest?.(change, suggestions)) ?? 'same',
  },
];

/**
 * Sets and says what was decided on changes; twice changes nothing. All statuses before the first comment. One change
 * that the forge will not take keeps no other from its own; a limit postpones all that is left.
 */
export async function publish(
  forge: Forge & Partial<Extras>,
  all: readonly ToSay[],
  budget: Budget = { left: MOST_WRITES },
): Promise<PublishedAll> {
  await forge.readAhead?.(all.map(({ change }) => change));
  const postponed = new Set<string>();
  const failed = new Map<string, string>();
  let [written, same] = [0, 0];
  for (const step of STEPS) {
    for (const one of all.filter((each) => step.applies(forge, each) && !failed.has(each.change.key))) {
      const { key } = one.change;
      if (budget.left <= 0) {
        postponed.add(key);
        continue;
      }
      try {
        if ((await step.run(forge, one)) === 'written') {
          written++;
          budget.left--;
        } else same++;
      } catch (error) {
        if (!(error instanceof ForgeError)) throw error;
        if (error.isLimit) {
          budget.left = 0;
          postponed.add(key);
        } else failed.set(key, error.message);
      }
    }
  }
  const faults = [...failed].map(([key, why]) => ({ key, why }));
  return { written, same, postponed: [...postponed], failed: faults };
}
