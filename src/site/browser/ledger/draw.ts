import { make } from '../elements.ts';
import type { ColumnView, LedgerView, QuestionView, TableView } from './messages.ts';

/** Draws what was understood of a ledger. What changes an answer is told to the page by `changed`. */

export interface Changes {
  readonly column: (title: string, meaning: string, unit: string) => void;
  readonly cell: (key: string, text: string) => void;
  readonly unit: (name: string) => void;
  readonly unitName: (written: string, name: string) => void;
  readonly scope: (scope: '全部' | '只要数字化') => void;
}

const MONEY_WORDS = ['万元', '元', '千元', '亿元'];
const MONEY_MEANING = /金额$/;

/** One table of the ledger, column by column, each with what it was taken for. */
export function drawTable(
  table: TableView,
  meanings: readonly string[],
  at: number,
  { column }: Changes,
): HTMLElement {
  const rows = table.columns.map((one, index) => drawColumn(one, meanings, `${at}-${index}`, column));
  const head = make(
    'tr',
    {},
    ['列名', '读作', '金额单位', '例子'].map((text) => make('th', { scope: 'col' }, [text])),
  );
  const where = table.row > 0 ? `列名在第 ${table.row} 行，` : '';
  const caption = `工作表「${table.sheet}」：${where}读到 ${table.projects} 个项目`;
  // Filled-in forms have labels beside their answers and no columns to put right.
  if (table.columns.length === 0)
    return make('p', {}, [`工作表「${table.sheet}」是填好的表格，按栏目读，读到 ${table.projects} 个项目。`]);
  return make(
    'div',
    { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': `工作表「${table.sheet}」怎样读` },
    [
      make('table', { class: 'table' }, [
        make('caption', {}, [caption]),
        make('thead', {}, [head]),
        make('tbody', {}, rows),
      ]),
    ],
  );
}

function drawColumn(
  { title, meaning, unit, money, doubt, samples }: ColumnView,
  meanings: readonly string[],
  id: string,
  changed: Changes['column'],
): HTMLElement {
  const all = ['不导入', ...meanings];
  const meant = select(
    `meaning-${id}`,
    `「${title}」读作`,
    all.includes(meaning) ? all : [...all, meaning],
    meaning,
  );
  const factor = select(
    `unit-${id}`,
    `「${title}」的金额单位`,
    unit === '' ? ['', ...MONEY_WORDS] : MONEY_WORDS,
    unit,
  );
  const tell = (): void => changed(title, meant.value, MONEY_MEANING.test(meant.value) ? factor.value : '');
  meant.addEventListener('change', tell);
  factor.addEventListener('change', tell);
  return make('tr', {}, [
    make('th', { scope: 'row' }, [title]),
    make('td', {}, [meant, ...(doubt ? [make('span', { class: 'small doubt' }, [' 核对'])] : [])]),
    make('td', {}, money ? [factor] : []),
    make('td', { class: 'small quiet' }, [samples.join('；')]),
  ]);
}

function select(id: string, label: string, choices: readonly string[], chosen: string): HTMLSelectElement {
  const options = choices.map((value) => {
    const option = make('option', { value }, [value === '' ? '没有写明' : value]);
    option.selected = value === chosen;
    return option;
  });
  return make('select', { id, class: 'input', 'aria-label': label }, options);
}

/** A question with its answer beside it. What is asked of a column is answered in the table above. */
export function drawQuestion(
  question: QuestionView,
  at: number,
  units: string,
  changes: Changes,
): HTMLElement {
  const { kind, key, place, asks, choices } = question;
  const id = `answer-${at}`;
  const words = [make('strong', {}, [place]), `：${asks}`];
  if (kind === 'column') return make('li', {}, words);
  const label = make('label', { for: id }, words);
  if (kind === 'scope') {
    const box = make(
      'select',
      { id, class: 'input' },
      choices.map((value) => make('option', { value }, [value])),
    );
    box.addEventListener('change', () => changes.scope(box.value === '全部' ? '全部' : '只要数字化'));
    return make('li', {}, [label, box]);
  }
  const listed = kind === 'unit' ? units : `${id}-choices`;
  const box = make('input', {
    id,
    class: 'input',
    list: listed,
    autocomplete: 'off',
    placeholder: choices[0] ?? '',
  });
  box.addEventListener('change', () => {
    if (kind === 'unit') changes.unit(box.value.trim());
    else changes.cell(key, box.value.trim());
  });
  const choice = make(
    'datalist',
    { id: `${id}-choices` },
    choices.map((value) => make('option', { value })),
  );
  return make('li', {}, kind === 'unit' ? [label, box] : [label, box, choice]);
}

/** A unit that the 名录 does not have, with a box for its full name. */
export function drawUnit(
  written: string,
  at: number,
  units: string,
  { unitName }: Pick<Changes, 'unitName'>,
): HTMLElement {
  const id = `unit-name-${at}`;
  const box = make('input', { id, class: 'input', list: units, autocomplete: 'off' });
  box.addEventListener('change', () => unitName(written, box.value.trim()));
  return make('li', {}, [make('label', { for: id }, [`单位名录里没有「${written}」，是哪个单位？`]), box]);
}

/** The projects that were read, as a table. */
export function drawProjects({ projects, total }: LedgerView): HTMLElement {
  const head = make(
    'tr',
    {},
    ['在哪里', '项目名称', '单位', '金额（万元）', '年份'].map((text) =>
      make('th', { scope: 'col' }, [text]),
    ),
  );
  const rows = projects.map(({ place, name, unit, amount, year }) =>
    make('tr', {}, [
      make('td', { class: 'nowrap' }, [place]),
      make('th', { scope: 'row' }, [name]),
      make('td', {}, [unit]),
      make('td', { class: 'num' }, [amount]),
      make('td', { class: 'num' }, [year]),
    ]),
  );
  const caption = total > projects.length ? `前 ${projects.length} 个，一共 ${total} 个` : `一共 ${total} 个`;
  return make('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': '项目一览' }, [
    make('table', { class: 'table' }, [
      make('caption', {}, [caption]),
      make('thead', {}, [head]),
      make('tbody', {}, rows),
    ]),
  ]);
}
