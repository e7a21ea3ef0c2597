import type { Answers } from '../../../declare/answers.ts';
import { DRAFT_FORMAT, type Draft, type SealedFacts } from '../../../declare/draft.ts';
import type { Judged } from '../../../declare/judge.ts';
import type { ReviewPart } from '../../../declare/review.ts';
import type { Raw } from '../../../text/raw.ts';
import { fillBoxes, readBoxes, readHolder } from './boxes.ts';
import type { DraftStore } from './draft-store.ts';
import { type FormClient, FormError } from './form-client.ts';
import type { Calls, FoundSimilar } from './messages.ts';

/** What the views want to hear. */
export interface AppEvents {
  /** The draft was judged as it stands. */
  readonly judged: (judged: Judged, review: readonly ReviewPart[]) => void;
  /** Another draft is in the boxes. */
  readonly opened: (draft: Draft) => void;
  readonly saved: (kept: boolean, at: Date) => void;
  readonly failed: (error: FormError) => void;
}

/** Milliseconds between the last change and keeping it. */
const SAVE_AFTER = 300;
/** Milliseconds after which a changed draft gets a state to go back to. */
const VERSION_AFTER = 120_000;

/** What the draft is filled in with. */
export interface AppParts {
  readonly form: HTMLElement;
  readonly client: FormClient;
  readonly store: DraftStore;
  /** The sealed attachments at hand. */
  readonly sealed: () => readonly SealedFacts[];
}

/** The draft that is being filled in: the boxes, what is kept of them, and what is found in them. */
export class App {
  draft: Draft;
  judged: Judged | undefined;
  review: readonly ReviewPart[] = [];
  similar: FoundSimilar | undefined;
  /** The answers that have no boxes of the usual kind: 查重说明. */
  readonly apart = new Map<string, Raw>();
  readonly #form: HTMLElement;
  readonly #client: FormClient;
  readonly #store: DraftStore;
  readonly #sealed: AppParts['sealed'];
  readonly #events: AppEvents;
  #saving: ReturnType<typeof setTimeout> | undefined;
  #judging = false;
  #again = false;
  #since = 0;
  /** By the page's own clock: the computer's may be set while somebody writes. */
  #versionAt = performance.now();

  constructor({ form, client, store, sealed }: AppParts, events: AppEvents) {
    this.#form = form;
    this.#client = client;
    this.#store = store;
    this.#sealed = sealed;
    this.#events = events;
    this.draft = newDraft();
  }

  /** Something was typed, ticked, added or taken away: in one field, where that is known. */
  changed(field?: HTMLElement): void {
    this.#since = performance.now();
    const boxes = field ? this.#withField(field) : readBoxes(this.#form);
    this.draft = { ...this.draft, answers: { ...boxes, ...Object.fromEntries(this.apart) } };
    this.#saveSoon();
    this.judge();
  }

  #withField(field: HTMLElement): Answers {
    const { [field.dataset.field ?? '']: _, ...others } = this.draft.answers;
    const value = readHolder(field);
    return value === undefined ? others : { ...others, [field.dataset.field ?? '']: value };
  }

  /** Judges the draft; while one judgement is under way only the newest state waits. */
  judge(): void {
    if (this.#judging) {
      this.#again = true;
      return;
    }
    this.#judging = true;
    const since = this.#since;
    this.#since = 0;
    this.#client
      .ask('judge', this.#asks())
      .then(({ judged, review }) => {
        this.judged = judged;
        this.review = review;
        this.#events.judged(judged, review);
        // From the change that was judged, the wait for the judgement before it included.
        if (since > 0) performance.measure('declare-finding', { start: since });
      })
      .catch((error: unknown) =>
        this.#events.failed(error instanceof FormError ? error : new FormError('broken', String(error))),
      )
      .finally(() => {
        this.#judging = false;
        if (!this.#again) return;
        this.#again = false;
        this.judge();
      });
  }

  #asks(): Calls['judge']['asks'] {
    const sealed = this.#sealed().map(({ name, sha256, sealedFor }) => ({ name, sha256, sealedFor }));
    return { draft: this.draft, today: localDay(new Date()), similar: this.similar, sealed };
  }

  /** Judges the draft as it is now and waits for the answer. */
  async judgeNow(): Promise<Judged> {
    const { judged, review } = await this.#client.ask('judge', this.#asks());
    this.judged = judged;
    this.review = review;
    this.#events.judged(judged, review);
    return judged;
  }

  /** Puts a draft into the boxes. */
  open(draft: Draft): void {
    this.flush();
    this.draft = draft;
    this.similar = undefined;
    this.apart.clear();
    const { 查重说明: answers } = draft.answers;
    if (answers !== undefined) this.apart.set('查重说明', answers);
    fillBoxes(this.#form, draft.answers);
    this.#events.opened(draft);
    this.judge();
  }

  /** Changes what stands beside the boxes. */
  set(more: Partial<Draft>): void {
    this.draft = { ...this.draft, ...more };
    this.#saveSoon();
  }

  /** Keeps a state to go back to. */
  keepVersion(): void {
    const { id, answers } = this.draft;
    if (Object.keys(answers).length === 0) return;
    this.#store.addVersion(id, { savedAt: new Date().toISOString(), answers });
    this.#versionAt = performance.now();
  }

  #saveSoon(): void {
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.flush(), SAVE_AFTER);
  }

  /** Keeps what waits to be kept, now. */
  flush(): void {
    if (this.#saving === undefined) return;
    clearTimeout(this.#saving);
    this.#saving = undefined;
    // Nothing was written yet: nothing is kept.
    if (Object.keys(this.draft.answers).length === 0) return;
    const now = new Date();
    if (performance.now() - this.#versionAt > VERSION_AFTER) this.keepVersion();
    this.draft = { ...this.draft, savedAt: now.toISOString() };
    this.#events.saved(this.#store.write(this.draft), now);
  }

  /** Forgets what waits to be kept. */
  forget(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
  }
}

/** Letters and digits that are not mistaken for one another, as in the names that the command line gives. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** A blank draft with a name and a suffix of its own. */
export function newDraft(): Draft {
  return {
    format: DRAFT_FORMAT,
    ...fresh(),
    answers: {},
    screen: 'start',
    seen: [],
    savedAt: new Date().toISOString(),
  };
}

function fresh(): Pick<Draft, 'id' | 'suffix'> {
  return { id: randomWord(12), suffix: randomWord(4) };
}

/** What a draft that is opened from elsewhere is called. */
export function freshNames(): { draftId: string; suffix: string; now: string } {
  const { id, suffix } = fresh();
  return { draftId: id, suffix, now: new Date().toISOString() };
}

function randomWord(length: number): string {
  const numbers = crypto.getRandomValues(new Uint32Array(length));
  return Array.from(numbers, (number) => ALPHABET[number % ALPHABET.length]).join('');
}

/** YYYY-MM-DD where the person sits. */
export function localDay(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
