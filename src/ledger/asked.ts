import type { Column } from './columns.ts';
import { cellName, type Sheet } from './grid.ts';
import type { Question } from './project.ts';
import type { RawProject } from './rows.ts';

/** What is asked and told of one project while it is read. */
export class Asked {
  readonly open: Question[] = [];
  readonly notes: string[] = [];
  readonly sheet: Sheet;
  readonly raw: RawProject;

  constructor(sheet: Sheet, raw: RawProject) {
    this.sheet = sheet;
    this.raw = raw;
  }

  /** A question without whose answer the cell has no value. */
  ask(column: Column, at: number, asks: string, choices: readonly string[]): void {
    this.open.push(this.#question(column, at, asks, choices));
  }

  /** A question with an answer that is taken meanwhile; the project goes in with it. */
  tell(column: Column, at: number, asks: string, choices: readonly string[]): void {
    this.open.push({ ...this.#question(column, at, asks, choices), taken: true });
  }

  #question({ index, title }: Column, at: number, asks: string, choices: readonly string[]): Question {
    const cell = cellName(this.sheet, at, index + this.raw.shift, title);
    return { sheet: this.sheet.name, row: this.sheet.firstRow + at, column: title, cell, asks, choices };
  }
}
