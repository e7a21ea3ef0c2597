/** The name that shares most characters with what was written; undefined when none is near. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  let best: { name: string; likeness: number } | undefined;
  for (const name of names) {
    const shared = [...name].filter((character) => written.includes(character)).length;
    const likeness = (2 * shared) / (name.length + written.length);
    if (likeness >= 0.6 && likeness > (best?.likeness ?? 0)) best = { name, likeness };
  }
  return best?.name;
}
