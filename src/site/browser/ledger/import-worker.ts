import '../polyfills.ts';
import type { ToldColumn } from '../../../ledger/columns.ts';
import { type Book, LedgerError } from '../../../ledger/grid.ts';
import type { Meaning } from '../../../ledger/meanings.ts';
import { readBook } from '../../../ledger/read-book.ts';
import { type Answers, NO_ANSWERS, type Understood } from '../../../ledger/reading.ts';
import { foldTitle, MONEY_UNITS } from '../../../ledger/title.ts';
import { understand } from '../../../ledger/understand.ts';
import type { PageAnswers, Reply, Request } from './messages.ts';
import { makeProduct, parcelOf } from './products.ts';
import { viewOf } from './view.ts';

/** Reads a ledger beside the page, with the same code as the command. Nothing leaves the machine. */

let book: Book | undefined;
let answers: Answers = NO_ANSWERS;
let understood: Understood | undefined;

const say = (reply: Reply, transfer: Transferable[] = []): void => self.postMessage(reply, { transfer });

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  try {
    act(data);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    say({ fault: error.message });
  }
});

function act(request: Request): void {
  if ('open' in request) open(request.open);
  else if ('answers' in request) answer(request.answers);
  else if (book && understood) {
    if (request.make === '送件') {
      say({ parcel: parcelOf({ book, understood, answers }, request.settings, request.today) });
      return;
    }
    const made = makeProduct(request.make, { book, understood, answers }, request.settings, request.today);
    const bytes = new Uint8Array(made.bytes);
    say({ file: { unknown: [], ...made, bytes } }, [bytes.buffer]);
  }
}

function open({ bytes, name }: { readonly bytes: ArrayBuffer; readonly name: string }): void {
  say({ stage: '正在读文件', done: 0.2 });
  book = readBook(new Uint8Array(bytes), name);
  answers = NO_ANSWERS;
  say({ stage: '正在认列、认行', done: 0.7 });
  look();
}

function answer(given: PageAnswers): void {
  answers = answersOf(given);
  look();
}
function look(): void {
  if (!book) return;
  understood = understand(book, answers);
  if (understood.tables.length === 0)
    throw new LedgerError(
      '没有找到列名一行：前 40 行里要有一行写着「项目名称」和「单位」「金额（万元）」等列名。',
    );
  say({ view: viewOf(understood) });
}

function answersOf({ columns, cells, unit, unitNames, scope }: PageAnswers): Answers {
  const told = Object.keys(columns).map((title): readonly [string, ToldColumn] => {
    const { meaning, unit: money } = columns[title] ?? { meaning: '' };
    const factor = money === undefined || money === '' ? undefined : MONEY_UNITS[money];
    return [foldTitle(title), { meaning: meaning === '不导入' ? undefined : (meaning as Meaning), factor }];
  });
  return {
    ...NO_ANSWERS,
    columns: new Map(told),
    cells: new Map(Object.entries(cells)),
    unitNames: new Map(Object.entries(unitNames)),
    unit: unit === '' ? undefined : unit,
    scope: scope === '' ? undefined : scope,
  };
}
