import { expect, it } from 'vitest';
import { check } from '../../check.ts';
import { unreadFiles } from './unread.ts';

const file = (name: string, text: string | Uint8Array) => ({
  file: name,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
});

it('names the files that stand in no list, and none that was read however badly', () => {
  const registry = check(
    [
      file('projects/jia/huai-a1b2.md', Uint8Array.of(0xff, 0xfe, 0, 0xd8)),
      file('projects/jia/que-c3d4.md', '---\n表式: 备案表\n---\n'),
      file('records/jia/que-c3d4.yaml', Uint8Array.of(0xff)),
      file('references/jiao-ben.md', '---\n名称: 甲\n---\n\n<script>alert(1)</script>\n'),
      file('references/hao.md', '---\n名称: 乙\n---\n'),
    ],
    { today: '2026-11-28', similarity: { compare: '不查' } },
  );
  expect(unreadFiles(registry)).toEqual([
    { kind: '申报', files: ['projects/jia/huai-a1b2.md'] },
    { kind: '办理记录', files: ['records/jia/que-c3d4.yaml'] },
    { kind: '参考项目', files: ['references/jiao-ben.md'] },
  ]);
});
