import { type ModuleTable, moduleHeadline } from '../../../similarity/module-table.ts';
import { entryLink } from '../../view/links.ts';
import { NO_NAME } from '../../view/no-name.ts';
import { make, told } from '../elements.ts';

/** The table module × project with its headline; nothing where no module is there already. */
export function moduleNodes(table: ModuleTable): Node[] {
  const headline = moduleHeadline(table);
  if (headline === undefined) return [];
  const rows = table.rows.map(({ name, matches }) =>
    make('tr', {}, [
      make('td', {}, [name]),
      make('td', {}, matches.length === 0 ? ['没有找到'] : matches.flatMap(projectNodes)),
    ]),
  );
  const head = ['这里写的模块', '已有的项目'].map((text) => make('th', { scope: 'col' }, [text]));
  return [
    told(`${headline}。`, '申报时要对这些项目逐个答复：能复用的不再建，只建没有的部分。'),
    make('div', { class: 'table-frame' }, [
      make('table', { class: 'table' }, [make('thead', {}, [make('tr', {}, head)]), make('tbody', {}, rows)]),
    ]),
  ];
}

function projectNodes(
  { id, name }: ModuleTable['rows'][number]['matches'][number],
  at: number,
): (Node | string)[] {
  const link = make('a', { href: entryLink(id) }, [name || NO_NAME]);
  return at === 0 ? [link] : ['、', link];
}
