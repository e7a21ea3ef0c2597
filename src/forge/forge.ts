import type { ClosedRequest } from '../gate/labels-after.ts';
import type { Platform } from '../registry/repository.ts';

/** Where a change can be handed in: a platform, or nothing but a Git server. */
export type ForgeKind = Platform | 'Git';

/** A fault of the forge or of the way to it, in a Chinese sentence for the person at the keyboard. */
export class ForgeError extends Error {
  override readonly name = 'ForgeError';
  /** The forge takes no more for now, whatever is asked. */
  readonly isLimit: boolean;

  constructor(message: string, isLimit = false) {
    super(message);
    this.isLimit = isLimit;
  }
}

/** A commit that is to be handed in. */
export interface Proposal {
  /** A repository on this machine that holds the commit. */
  readonly folder: string;
  readonly commit: string;
  /** What the change is about, the same for a second try: `filing/<unit>/<slug>`. */
  readonly topic: string;
  readonly title: string;
  readonly body: string;
}

/** A change that was handed in. */
export interface Opened {
  readonly key: string;
  /** The page of the change; undefined where there are no pages. */
  readonly web: string | undefined;
  /** False when the change was there before; undefined when neither the server's words nor its interface tell. */
  readonly isNew: boolean | undefined;
  /** The request held exactly this already: nothing was pushed. */
  readonly isSame?: boolean;
  /** What the server answered to the push, line by line: foreign text. */
  readonly said: readonly string[];
}

/** A change that has been handed in and is not merged. Title and login are foreign text. */
export interface OpenChange {
  /** The number of the request; the branch where there are no numbers. */
  readonly key: string;
  readonly title: string;
  readonly head: string;
  /** The ref of the registry's own repository under which the head is fetched. */
  readonly ref: string;
  readonly author: Author;
  /** When it was handed in, by the forge's clock, ISO 8601. */
  readonly createdAt: string;
  readonly labels: readonly string[];
  readonly isDraft: boolean;
  readonly web: string | undefined;
}

/** Who handed a change in: numeric account id, never a name, which can be given away. Undefined: nobody knows. */
export interface Author {
  readonly id: string | undefined;
  readonly login: string;
  /** The issue in which the author wrote the filing; then the change itself was opened by the bot. */
  readonly issue?: number;
}

/** An issue as its author left it. Title and body are foreign text. */
export interface WrittenIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: Author;
  /** By the forge's clock, ISO 8601. */
  readonly createdAt: string;
  readonly isOpen: boolean;
}

export interface ChangedFiles {
  /** Every path that the change touches, both sides of a rename, sorted. */
  readonly files: readonly string[];
  /** False when the forge lists only the first of them (GitHub stops at 3,000). */
  readonly isComplete: boolean;
}

/** A commit status by which merging waits. */
export interface SetStatus {
  readonly context: string;
  readonly state: 'success' | 'failure' | 'pending';
  /** At most 140 characters. */
  readonly description: string;
}

/** Whether something had to be written. */
export type Written = 'written' | 'same';

/** moved: the head is another one by now, so nothing was merged. */
export type Merged =
  | { readonly ok: true; readonly commit: string }
  | { readonly ok: false; readonly why: 'moved' | 'refused'; readonly said: string };

/** The seven calls that a forge has to answer. Each may be made twice: the second time changes nothing. */
export interface Forge {
  readonly kind: ForgeKind;
  /** What Git fetches from and pushes to; no secret in it. */
  readonly remote: string;
  /** Hands a change in, or brings the one of the same topic up to this commit. */
  open(proposal: Proposal): Promise<Opened>;
  /** All open changes to the branch that is published, the earliest first. */
  listOpen(): Promise<readonly OpenChange[]>;
  changedFiles(key: string): Promise<ChangedFiles>;
  actor(key: string): Promise<Author>;
  /** Writes the one comment of a topic, in place where it is there already. */
  comment(key: string, topic: string, text: string): Promise<Written>;
  setStatus(commit: string, status: SetStatus): Promise<Written>;
  /** Merges when the head is still this commit. */
  merge(key: string, head: string): Promise<Merged>;
}

/** What some forges offer besides. */
export interface Extras {
  /** Sets those of our labels that hold, takes our others away, leaves people's alone. */
  setLabels(
    change: Pick<OpenChange, 'key' | 'labels'>,
    wanted: readonly string[],
    ours: readonly string[],
  ): Promise<Written>;
  /** All requests to the published branch that are open no more. */
  listClosed(): Promise<readonly ClosedRequest[]>;
  /** Reads the comments of many changes at once, so that `comment` need not ask for each. */
  readAhead(changes: readonly OpenChange[]): Promise<void>;
  /** Repairs that are taken over with a click; those that stand there already are not repeated. */
  suggest(change: OpenChange, suggestions: readonly Repair[]): Promise<Written>;
  /** An issue by its number; undefined for a request, or where there is none. */
  readIssue(number: number): Promise<WrittenIssue | undefined>;
  /** Hands a change in from a branch of the registry itself, named by its topic: for the bot, who may write there. */
  openOwn(proposal: Proposal): Promise<Opened>;
  /** Keeps one issue of a topic: opened, edited, and closed when there is nothing to say. */
  keepIssue(topic: string, issue: KeptIssue | undefined): Promise<Written>;
}

/** Lines of a file, from the top of the repository, with the text of the remark. */
export interface Repair {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly body: string;
}

export interface KeptIssue {
  readonly title: string;
  readonly body: string;
  readonly label: string;
}
