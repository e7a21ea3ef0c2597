import type { Day } from '../form/dates.ts';
import type { Entry } from '../form/entry.ts';
import { changesBetween, type FieldChange, type NameOf } from './field-changes.ts';

/** A version of a filing as the main line has had it. */
export interface Version {
  /** Undefined for what lies in the folder and was never committed. */
  readonly commit: string | undefined;
  readonly day: Day | undefined;
  /** Undefined where the file could not be read then. */
  readonly entry: Entry | undefined;
  /** Code of the unit in whose folder it lay before, where it was moved. */
  readonly from?: string;
}

/** One line of a filing's history. */
export interface HistoryRow extends Pick<Version, 'commit' | 'day' | 'from'> {
  /** What there is to say besides the fields that changed. */
  readonly note?: string;
  readonly changes: readonly FieldChange[];
}

/** The history of a filing, newest first. `versions` are given oldest first; `current` is the filing as it stands. */
export function historyRows(
  versions: readonly Version[],
  current: Entry,
  nameOf?: NameOf,
): readonly HistoryRow[] {
  let before: Entry | undefined;
  const rows = versions.map((version, at): HistoryRow => {
    const { commit, day, entry, from } = version;
    const row = { commit, day, ...(from === undefined ? {} : { from }) };
    const earlier = before;
    before = entry ?? before;
    if (at === 0) return { ...row, note: '首次提交', changes: [] };
    if (!entry) return { ...row, note: '这一版的文件读不出来', changes: [] };
    if (!earlier) return { ...row, note: '第一个读得出来的版本', changes: [] };
    const changes = changesBetween(earlier.filing, entry.filing, current.filing, nameOf);
    return changes.length > 0 || from !== undefined
      ? { ...row, changes }
      : { ...row, note: '只改了写法，各栏内容没有变', changes };
  });
  // A file with other line ends than the repository's was not changed.
  return rows.filter(({ commit, changes }) => commit !== undefined || changes.length > 0).reverse();
}

/** The version that stood on a day; the first there is where all came later. Undefined where none can be read. */
export function versionOn(versions: readonly Version[], day: Day): Version | undefined {
  const readable = versions.filter(({ entry }) => entry !== undefined);
  return readable.findLast((one) => one.day !== undefined && one.day <= day) ?? readable[0];
}
