import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSiteLexicon, readLexiconFile } from './lexicon-file.ts';
import { UsageError } from './usage-error.ts';

const SOUND = `parking:
  名称: 停车管理
  领域: 交通停车
  性质: 平台
  词: [智慧停车]
`;
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lexicon-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (text: string): void => writeFileSync(join(root, 'lexicon.yaml'), text);

describe('the lexicon file', () => {
  it('is read into concepts', () => {
    write(SOUND);
    expect(readLexiconFile(root)).toMatchObject([{ id: 'parking', forms: ['停车管理', '智慧停车'] }]);
    expect(loadSiteLexicon(root).problem).toBeUndefined();
  });

  it.each([
    ['no map', '只有一句话'],
    ['broken YAML', 'parking: [没有收尾'],
    ['no concepts', '{}'],
    ['one faulty concept among sound ones', `${SOUND}lights:\n  名称: 路灯\n`],
  ])('is refused whole with %s', (_, text) => {
    write(text);
    expect(() => readLexiconFile(root)).toThrow(UsageError);
    expect(loadSiteLexicon(root)).toMatchObject({
      concepts: [],
      problem: expect.stringContaining('不能查重'),
    });
  });

  it('says the first fault and how to mend it', () => {
    write(SOUND.replace('交通停车', '停车'));
    expect(() => readLexiconFile(root)).toThrow(/有 1 处写错.*parking\.领域.*可以写：政务服务、/);
  });

  it('may be missing: the command refuses, the site says so', () => {
    expect(() => readLexiconFile(root)).toThrow(/读不到概念词表.*不能查重/);
    expect(loadSiteLexicon(root)).toMatchObject({
      concepts: [],
      problem: expect.stringContaining('登记库里没有概念词表'),
    });
  });
});
