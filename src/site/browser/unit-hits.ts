import { href } from '../view/links.ts';
import { type UnitName, unitsNamed } from '../view/unit-search.ts';
import { make } from './elements.ts';
import { load, once } from './load.ts';

const read = once(async () => (await (await load(href('/units/names.json'))).json()) as readonly UnitName[]);

/** Links to the units whose name is what was typed; none when the names cannot be read, for the list goes before. */
export async function unitHits(q: string): Promise<readonly Node[]> {
  const found = unitsNamed(await read().catch(() => []), q);
  if (found.length === 0) return [];
  const links = found.flatMap(({ code, name }, at) => [
    at === 0 ? '' : '、',
    make('a', { href: href(`/units/${code}/`) }, [name]),
  ]);
  return ['单位：', ...links].map((one) => (typeof one === 'string' ? document.createTextNode(one) : one));
}
