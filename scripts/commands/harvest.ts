import { defineCommand } from 'citty';
import { diskReason } from '../../src/io/disk-reason.ts';
import { harvest } from '../../src/io/harvest.ts';
import { say } from '../../src/io/say.ts';
import { localToday } from '../../src/io/today.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import { REFERENCE_LEVELS } from '../../src/regulation/vocabulary.ts';
import { harvestJson, harvestText } from '../../src/report/harvest-report.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';

const args = {
  root: ROOT,
  level: {
    type: 'string',
    description: `新收录的写作哪一层级：${REFERENCE_LEVELS.join('、')}；不写就是外地，只供比较`,
  },
  name: { type: 'string', description: '这个登记库在本库里叫什么；不写就用它的发布单位' },
  'dry-run': { type: 'boolean', description: '只看收录的结果，不写文件', default: false },
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
} as const;

/** `harvest [ADDRESS|FOLDER …]`: other registries' open data becomes references, with their origin. */
export const harvestCommand = defineCommand({
  meta: { name: 'harvest', description: '收录其他登记库的开放数据，写成参考项目，注明出处' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, [...Object.keys(args), 'dryRun']);
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const level = given.level === undefined ? undefined : oneOf('level', given.level, REFERENCE_LEVELS);
    const { name, 'dry-run': dryRun, root, _: places } = given;
    if (name !== undefined && places.length !== 1) stop('--name 只能用于一个登记库：写明一个地址或文件夹。');
    try {
      const reports = await harvest(places, root, { level, name, today: localToday(), dryRun });
      say(format === 'json' ? harvestJson(reports) : harvestText(reports, dryRun), format);
      const isWhole = reports.every(({ failed, left }) => failed === undefined && left.length === 0);
      process.exitCode = isWhole ? EXIT.ok : EXIT.findings;
    } catch (error) {
      if (error instanceof UsageError) stop(error.message);
      stop(`收录时出错：${diskReason(error)}`);
    }
  },
});
