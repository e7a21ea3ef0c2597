/**
 * What the form's code uses and Chromium 86 (360, UOS, Windows 7) does not have. Imported before everything else, in the
 * page and in its workers. Each is the standard's own behaviour as far as it is used here.
 */
function lacks(owner: object, name: string): boolean {
  return !(name in owner);
}

function add(owner: object, name: string, value: unknown): void {
  if (lacks(owner, name)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? this.length + place : place];
}

type Test = (value: unknown, index: number, all: unknown[]) => unknown;

function findLastIndex(this: unknown[], test: Test): number {
  for (let index = this.length - 1; index >= 0; index--) if (test(this[index], index, this)) return index;
  return -1;
}

for (const owner of [Array.prototype, String.prototype, Uint8Array.prototype]) add(owner, 'at', at);
add(Array.prototype, 'findLastIndex', findLastIndex);
add(Array.prototype, 'findLast', function (this: unknown[], test: Test): unknown {
  return this[findLastIndex.call(this, test)];
});
add(Array.prototype, 'toSorted', function (this: unknown[], compare?: (a: unknown, b: unknown) => number) {
  return [...this].sort(compare);
});
add(Array.prototype, 'toReversed', function (this: unknown[]) {
  return [...this].reverse();
});
add(
  Object,
  'hasOwn',
  (owner: object, name: PropertyKey) => Object.getOwnPropertyDescriptor(owner, name) !== undefined,
);
add(Map, 'groupBy', (items: Iterable<unknown>, keyOf: (item: unknown, index: number) => unknown) => {
  const groups = new Map<unknown, unknown[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
});

export {};
