import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { MAX_SEALED_BYTES } from '../form/age-file.ts';
import { exampleFile, exampleNeighbours, SAMPLE_SEALED } from '../rules/examples/examples.ts';
import { lookAt, sealedFiles } from './sealed-files.ts';

const UTF8 = new TextEncoder();

describe('lookAt', () => {
  it('gives the hash that every other tool gives', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(lookAt(bytes).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });
});

describe('sealedFiles', () => {
  it('knows what lies in the registry and nothing else', () => {
    const sample = { file: 'projects/a/b/c.age', bytes: UTF8.encode(SAMPLE_SEALED.text) };
    const look = sealedFiles(new Map([[sample.file, sample]]));
    expect(look(sample.file)).toEqual({
      isSealed: true,
      size: sample.bytes.length,
      sha256: SAMPLE_SEALED.sha256,
    });
    expect(look('projects/a/b/d.age')).toBeUndefined();
  });
});

describe('a sealed attachment that is too large', () => {
  it('is refused as too large', () => {
    const bytes = new Uint8Array(MAX_SEALED_BYTES + 1);
    bytes.set(UTF8.encode(SAMPLE_SEALED.text));
    const item = { 名称: '项目建设实施方案', 日期: '2026-02-20', 送达: '密封附件', 文件: SAMPLE_SEALED.name };
    const entry = exampleFile({ base: '6.2财政', edit: { 附件: [{ ...item, sha256: '0'.repeat(64) }] } });
    const files = [...exampleNeighbours(), entry].map(({ file, text }) => ({
      file,
      bytes: file.endsWith('.age') ? bytes : UTF8.encode(text),
    }));
    const { findings } = check(files, { today: '2026-11-24', only: new Set([entry.file]) });
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('20 MB')]);
  });
});
