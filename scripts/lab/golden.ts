import { defineCommand, runMain } from 'citty';
import { say } from '../../src/io/say.ts';
import { FIXTURES } from '../../tests/support/fixture.ts';
import { EXIT, refuseUnknown } from '../commands/exit.ts';
import { settle, summary, wordsOf } from './golden-difference.ts';
import { fixtureDifferences } from './golden-fixtures.ts';
import { gateDifferences } from './golden-gate.ts';
import { similarDifferences } from './golden-similar.ts';

const DESCRIPTION = [
  '程序有意改过以后，重写测试所期待的结果，逐份说明变了什么，提交前看一遍。',
  '重写的有：tests/fixtures 里每个样例的 .expected.json（多余的文件一并删去），tests/gate 里每次提交的结论和评论，tests/golden/similar.json（查重的答案）。',
  '样例名称说的规则没有报出，或 sound 样例有提示，只说明，不重写。快照用 npm test -- -u 重写。',
  '退出码：0 一致或已重写；1 有不一致（--check）或不能重写的。',
].join('\n');

const args = {
  check: { type: 'boolean', description: '只核对，不写入；有不一致时退出码为 1', default: false },
} as const;

await runMain(
  defineCommand({
    meta: { name: 'npm run golden --', description: DESCRIPTION },
    args,
    run: async ({ args: given }) => {
      refuseUnknown(given, Object.keys(args));
      const differences = [
        ...fixtureDifferences(FIXTURES),
        ...gateDifferences(),
        ...(await similarDifferences()),
      ];
      for (const difference of differences) say(wordsOf(difference));
      if (!given.check) differences.forEach(settle);
      say(summary(differences, given.check));
      if (differences.some(({ refused }) => given.check || refused)) process.exitCode = EXIT.findings;
    },
  }),
);
