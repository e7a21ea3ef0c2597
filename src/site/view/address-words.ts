/** Words of addresses that name no project. */
const PLACES = /^(?:projects|references|units|by|page|index|html?|md|data|kind|www)$/;
/** The mark at the end of a file's name, which nobody types from memory. */
const MARK = /^(?=.*\d)[a-z0-9]{4}$/;
const MOST_WORDS = 8;

/** The words in an address that leads nowhere, `/projects/x/zhi-hui-ting-che-k7m2/` → zhi, hui, ting, che. */
export function addressWords(pathname: string): readonly string[] {
  let path = pathname;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // A broken escape is read as it stands.
  }
  const last = path
    .split('/')
    .filter((part) => part !== '')
    .slice(-2)
    .join('/');
  return last
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !PLACES.test(word) && !MARK.test(word))
    .slice(-MOST_WORDS);
}

/** What to look for with them, best first: all, then without the first ones (a unit's code), then one by one. */
export function addressQueries(words: readonly string[]): readonly string[] {
  const tails = words.map((_, at) => words.slice(at).join(' '));
  const heads = words.slice(1).map((_, at) => words.slice(0, words.length - 1 - at).join(' '));
  return [...new Set([...tails, ...heads])].filter((query) => query.length > 1);
}
