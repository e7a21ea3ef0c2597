/**
 * What is made of a file, made once for as long as its bytes are kept: a change is judged against two or three states
 * of a registry that share nearly all their files, and the same bytes. `make` must depend on nothing else, and what
 * it gives must not be altered.
 */
export function oncePerFile<T>(
  make: (file: string, bytes: Uint8Array) => T,
): (file: string, bytes: Uint8Array) => T {
  const known = new WeakMap<Uint8Array, Map<string, T>>();
  return (file, bytes) => {
    const byName = known.get(bytes) ?? new Map<string, T>();
    known.set(bytes, byName);
    const before = byName.get(file);
    if (before !== undefined) return before;
    const made = make(file, bytes);
    byName.set(file, made);
    return made;
  };
}
