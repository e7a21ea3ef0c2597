/** The head of a file before any schema: text, lists and maps, nothing else. */
export type Raw = string | readonly Raw[] | RawMap;
export interface RawMap {
  readonly [key: string]: Raw;
}

/** True for a map with keys. */
export function isRawMap(raw: Raw | undefined): raw is RawMap {
  return typeof raw === 'object' && !Array.isArray(raw);
}

/** The same tree without what was left blank; undefined when nothing is left. Blank list items keep their place. */
export function withoutBlanks(raw: Raw): Raw | undefined {
  if (typeof raw === 'string') return raw.trim() === '' ? undefined : raw;
  if (!isRawMap(raw)) {
    const items = raw.map((item) => withoutBlanks(item));
    return items.every((item) => item === undefined) ? undefined : items.map((item) => item ?? '');
  }
  const kept: Record<string, Raw> = Object.create(null);
  let any = false;
  for (const key of Object.keys(raw)) {
    const value = raw[key];
    const rest = value === undefined ? undefined : withoutBlanks(value);
    if (rest === undefined) continue;
    kept[key] = rest;
    any = true;
  }
  return any ? kept : undefined;
}
