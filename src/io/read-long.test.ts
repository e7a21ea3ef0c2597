import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanLong, echoOf, readLong, textOfFile } from './read-long.ts';
import { chosenIn } from './terminal-prompter.ts';

const folder = mkdtempSync(join(tmpdir(), 'long-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What comes of these pieces, each sent so many milliseconds after the one before. */
async function typed(...pieces: readonly (readonly [string, number])[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  output.resume();
  const answer = readLong(input, output);
  for (const [piece, wait] of pieces) {
    await new Promise((go) => setTimeout(go, wait));
    input.write(piece);
  }
  return answer;
}

describe('a long answer', () => {
  it('keeps the blank lines of a pasted text, also one that it begins with', async () => {
    const pasted = '\r第一段。\r\r\r第二段，带\t制表。\r\r第三段。\r完\r';
    expect(await typed([pasted, 0])).toEqual({
      kind: 'text',
      text: '第一段。\n\n第二段，带  制表。\n\n第三段。',
    });
  });

  it('ends with Ctrl-D too, and with an empty line at once', async () => {
    expect(await typed(['一段\r', 0], ['\u0004', 20])).toEqual({ kind: 'text', text: '一段' });
    expect(await typed(['\r', 0])).toEqual({ kind: 'nothing' });
    expect(await typed(['一段\r', 0], ['\u0003', 20])).toEqual({ kind: 'cancel' });
  });

  it('takes 6,840 characters at once', async () => {
    const paragraph = '建设独居老人档案、智能终端接入、异常预警和工单派发四个模块。'.repeat(228);
    expect(await typed([`${paragraph}\r完\r`, 0])).toEqual({ kind: 'text', text: paragraph });
  });

  it('leaves out what nobody sees', () => {
    expect(cleanLong('甲\u0015\u200b乙\u001b[2J\r\n\r\n\r\n\r\n丙  \n')).toBe('甲乙[2J\n\n丙');
  });

  it('is said back by its paragraphs, its length and its end', () => {
    expect(echoOf('第一段。\n\n第二段完。')).toBe('收到 2 段 9 字，最后是：第二段完。');
  });
});

describe('a file instead of an answer', () => {
  it('is read whatever its encoding, and refused in words when it cannot be read', async () => {
    const utf16 = join(folder, '内容.txt');
    writeFileSync(utf16, Buffer.from('\ufeff建设内容。\r\n第二段。', 'utf16le'));
    expect(await textOfFile(`"${utf16}"`)).toEqual({ text: '建设内容。\n第二段。', unread: [] });
    const word = join(folder, '旧 方案.doc');
    writeFileSync(word, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    for (const given of [word, word.replace(' ', '\\ '), pathToFileURL(word).href])
      expect(await textOfFile(given)).toEqual({ fault: expect.stringContaining('是旧版 Word') });
    const fault = expect.stringContaining('没有找到文件');
    expect(await textOfFile(join(folder, '没有.docx'))).toEqual({ fault });
    expect(await textOfFile('就是一句话。')).toBeUndefined();
    expect(await textOfFile('接口 v1.2/测试')).toBeUndefined();
  });
});

describe('several of a list', () => {
  const options = ['政务服务类', '公共服务类', '便民服务类'].map((label) => ({ value: label, label }));

  it.each([
    ['3、1', ['便民服务类', '政务服务类']],
    ['２，３', ['公共服务类', '便民服务类']],
    ['便民服务类 1 1', ['便民服务类', '政务服务类']],
    ['', []],
    ['4', undefined],
    ['甲', undefined],
  ])('%j chooses %j', (input, chosen) => {
    expect(chosenIn(input, options)).toEqual(chosen);
  });
});
