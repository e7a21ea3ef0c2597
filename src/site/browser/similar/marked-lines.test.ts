import { expect, it } from 'vitest';
import { markedLines } from './marked-lines.ts';

const NEED = {
  id: 'a',
  name: '停车平台',
  description: '建设停车诱导和余位发布。',
  functions: [{ name: '余位发布', note: '每分钟一次' }, { name: '缴费' }],
};

it('marks the description where it matches, then the stated functions in their order', () => {
  const lines = markedLines(NEED, [
    { field: '功能:1', start: 0, end: 2 },
    { field: '建设内容', start: 2, end: 6 },
    { field: '功能:0', start: 0, end: 10 },
    { field: '建设内容', start: 7, end: 11 },
  ]);
  const said = lines.map((pieces) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''));
  expect(said).toEqual(['建设[停车诱导]和[余位发布]。', '[余位发布，每分钟一次]', '[缴费]']);
});
