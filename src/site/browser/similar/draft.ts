/** The text kept on this machine between visits. */
export interface Draft {
  readonly read: () => string;
  /** False when the browser keeps nothing. */
  readonly write: (text: string) => boolean;
}

const KEY = 'similar-need';

/** A browser may forbid to keep anything: then the page works on without. */
export function openDraft(storage: () => Storage): Draft {
  return {
    read: () => {
      try {
        return storage().getItem(KEY) ?? '';
      } catch {
        return '';
      }
    },
    write: (text) => {
      try {
        if (text === '') storage().removeItem(KEY);
        else storage().setItem(KEY, text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
