/** The need's text as it is kept for this tab: on a machine that several people use nothing stays behind. */
export interface KeptText {
  readonly read: () => string;
  /** False when the browser keeps nothing. */
  readonly write: (text: string) => boolean;
}

const KEY = 'similar-need';

/** A browser may forbid to keep anything: then the page works on without. */
export function keepText(storage: () => Storage): KeptText {
  return {
    read: () => allowed(() => storage().getItem(KEY)) ?? '',
    write: (text) =>
      allowed(() => {
        if (text === '') storage().removeItem(KEY);
        else storage().setItem(KEY, text);
        return true;
      }) ?? false,
  };
}

function allowed<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
