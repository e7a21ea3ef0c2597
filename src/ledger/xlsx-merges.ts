import { inflateRawSync } from 'node:zlib';

/** A merged area, counted from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Largest part of a workbook that is unpacked, in bytes. */
const MAX_PART = 200 * 1024 * 1024;
const CENTRAL = 0x02014b50;

/**
 * The merged areas of each sheet by its name. The workbook reader leaves them out, and without them a unit written
 * once for five projects would be missing from four. A file that is not as expected has no merged areas.
 */
export function readMerges(bytes: Uint8Array): ReadonlyMap<string, readonly Merge[]> {
  try {
    const parts = unzip(Buffer.from(bytes));
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

/** A reader of the parts of a zip archive, by the archive's own list. */
function unzip(file: Buffer): (name: string) => string {
  const places = new Map<string, number>();
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = file.readUInt32LE(end + 16);
  while (at + 46 <= file.length && file.readUInt32LE(at) === CENTRAL) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    places.set(file.toString('utf8', at + 46, at + 46 + name), at);
    at += 46 + name + extra + comment;
  }
  return (name) => {
    const place = places.get(name);
    return place === undefined ? '' : readPart(file, place).toString('utf8');
  };
}

function readPart(file: Buffer, place: number): Buffer {
  const [method, size, local] = [
    file.readUInt16LE(place + 10),
    file.readUInt32LE(place + 20),
    file.readUInt32LE(place + 42),
  ];
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const packed = file.subarray(from, from + size);
  return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: MAX_PART });
}
