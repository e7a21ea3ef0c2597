import { strFromU8, unzipSync } from 'fflate';

/** A merged area, counted from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Largest part of a workbook that is unpacked, in bytes. */
const MAX_PART = 200 * 1024 * 1024;

/**
 * The merged areas of each sheet by its name. The workbook reader leaves them out, and without them a unit written
 * once for five projects would be missing from four. A file that is not as expected has no merged areas.
 */
export function readMerges(bytes: Uint8Array): ReadonlyMap<string, readonly Merge[]> {
  try {
    const parts = unzip(bytes);
    const targets = new Map(
      [...elements(parts('xl/_rels/workbook.xml.rels'), 'Relationship')].map((at) => [
        attribute(at, 'Id'),
        attribute(at, 'Target'),
      ]),
    );
    return new Map(
      [...elements(parts('xl/workbook.xml'), 'sheet')].map((at) => {
        const target = targets.get(attribute(at, 'r:id')) ?? '';
        const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
        return [attribute(at, 'name'), mergesOf(parts(path))];
      }),
    );
  } catch {
    return new Map();
  }
}

/** A sum that several projects share must not be counted for each of them; a year is no sum. */
const SUM = /^(?!\d{4}$)[-\d.,]+$/;

/** The same rows with every cell of a merged area below its first row holding what the area shows, sums excepted. */
export function fillMerged(
  rows: readonly (readonly string[])[],
  merges: readonly Merge[],
): readonly (readonly string[])[] {
  const filled = rows.map((row) => [...row]);
  for (const { top, left, bottom } of merges) {
    const shown = rows[top]?.[left] ?? '';
    if (SUM.test(shown)) continue;
    for (let at = top + 1; at <= Math.min(bottom, filled.length - 1); at++) {
      const row = filled[at];
      if (row && (row[left] ?? '') === '') row[left] = shown;
    }
  }
  return filled;
}

function mergesOf(xml: string): Merge[] {
  return [...elements(xml, 'mergeCell')].flatMap((at) => {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(at, 'ref'));
    if (!match) return [];
    const [, left = 'A', top = '1', right = 'A', bottom = '1'] = match;
    return [
      {
        top: Number(top) - 1,
        left: columnIndex(left),
        bottom: Number(bottom) - 1,
        right: columnIndex(right),
      },
    ];
  });
}

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function* elements(xml: string, name: string): Generator<string> {
  for (const match of xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))) yield match[1] ?? '';
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function attribute(attributes: string, name: string): string {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  return value.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
}

/** A reader of the parts of a zip archive; one that is not there, or too large to unpack, is empty. */
function unzip(file: Uint8Array): (path: string) => string {
  return (path) => {
    const parts = unzipSync(file, {
      filter: ({ name, originalSize }) => name === path && originalSize <= MAX_PART,
    });
    return strFromU8(parts[path] ?? new Uint8Array());
  };
}
