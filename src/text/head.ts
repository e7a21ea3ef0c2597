import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { readCarefully, type Tree } from './careful-head.ts';
import type { Problem } from './finding.ts';
import { PART_LABELS } from './labels.ts';
import { isRawMap, type RawMap } from './raw.ts';

/** The head of a file as text values, and what was wrong with its writing. */
export interface Head {
  readonly raw: RawMap;
  readonly problems: readonly Problem[];
  /** Top-level labels whose lines could not be read; nothing is said about them being missing. */
  readonly damaged: ReadonlySet<string>;
  /** True when nothing about them could be told: the whole head was unreadable. */
  readonly lost: boolean;
  /** The tree with positions, where the careful reader made one. */
  readonly tree?: Tree;
}

/**
 * Anything that the quick reader would take in silence and the careful one reports: anchors, aliases, tags, comments
 * behind a value or on a line of its own that may have been meant as a part of it (`#1号楼`), a full-width colon behind a first word, keys written with `?`, marks between documents, characters
 * that do not exist.
 */
const NEEDS_CARE =
  /(?:^|[\s,[{])[&*!]|[^\s][ \t]+#|^[ \t]+#[^\s#]|^[ \t]*(?:- )?[^\s:：]{1,16}：|^[ ]*\t|^[ -]*\?(?: |$)|^(?:---|\.\.\.)(?:[ \t]|$)|\\U(?!000|0010)/m;
const NONE: ReadonlySet<string> = new Set();

/**
 * Reads a head. js-yaml with its failsafe schema (all text stays text) reads a sound head in one tenth of the
 * time of the careful reader, which is asked only when something may have to be reported. `parts`: the labels that
 * may stand further in, by which a full-width colon behind one of them is recognised.
 */
export function readHead(head: string, firstLine: number, parts: ReadonlySet<string> = PART_LABELS): Head {
  if (!needsCare(head)) {
    const raw = readFast(head);
    if (raw) return { raw, problems: [], damaged: NONE, lost: false };
  }
  return readCarefully(head, firstLine, parts);
}

/** True when the quick reader may pass over something that has to be reported. */
export function needsCare(head: string): boolean {
  return NEEDS_CARE.test(head);
}

/** The quick reader alone; undefined when it refuses the text or finds no map. */
export function readFast(head: string): RawMap | undefined {
  try {
    const raw = load(head, { schema: FAILSAFE_SCHEMA }) as RawMap | string | undefined;
    return isRawMap(raw) ? raw : undefined;
  } catch {
    return undefined;
  }
}
