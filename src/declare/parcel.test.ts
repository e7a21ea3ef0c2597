import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { parcelFiles, readParcel, writeParcel } from './parcel.ts';

const TEXT = '---\n表式: 备案表\n---\n';
const SEALED = new Map([['fang-an.pdf.age', new Uint8Array([1, 2, 3])]]);

it('comes back as it was packed, with the paths of the registry', () => {
  const files = parcelFiles('jingba-lu/guanai-k7q2', TEXT, SEALED);
  expect(files.map(({ file }) => file)).toEqual([
    'projects/jingba-lu/guanai-k7q2.md',
    'projects/jingba-lu/guanai-k7q2/fang-an.pdf.age',
  ]);
  const read = readParcel(writeParcel(files));
  if ('fault' in read) throw new Error(read.fault);
  expect(read.map(({ file, bytes }) => [file, [...bytes]])).toEqual(
    files.map(({ file, bytes }) => [file, [...bytes]]),
  );
});

it('is the same bytes for the same files', () => {
  const files = parcelFiles('jingba-lu/guanai-k7q2', TEXT, SEALED);
  expect(writeParcel(files)).toEqual(writeParcel(files));
});

it('says in words why it cannot be read', () => {
  expect(readParcel(new Uint8Array([80, 75, 3, 4, 0]))).toHaveProperty('fault');
  const many = Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`${at}.md`, new Uint8Array(1)]));
  expect(readParcel(zipSync(many))).toEqual({ fault: '压缩包里的文件太多或太大，不像是一份申报。' });
});
