import { defineCommand } from 'citty';
import { say } from '../../src/io/say.ts';
import { standingOf, standings } from '../../src/registry/standing.ts';
import { statusList, statusRecord, statusText } from '../../src/report/status.ts';
import { oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { findEntry, openRegistry } from './registry-input.ts';

const args = {
  root: ROOT,
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
  today: { type: 'string', description: '看哪一天的状态，例如 2026-03-05（默认今天）' },
} as const;

/** `status [id]`: where a project, or every project, stands. */
export const statusCommand = defineCommand({
  meta: { name: 'status', description: '项目办到哪一步，轮到谁办' },
  args,
  run: ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const [id, ...more] = given._;
    if (more.length > 0) stop(`一次看一个项目，多写了「${more.join(' ')}」。`);
    const registry = openRegistry(given.root, given.today);
    const { result } = registry;
    if (id === undefined) {
      const all = standings(result);
      say(format === 'json' ? JSON.stringify(all.map(statusRecord), null, 2) : statusList(all), format);
      return;
    }
    const standing = standingOf(findEntry(registry, id), result);
    say(format === 'json' ? JSON.stringify(statusRecord(standing), null, 2) : statusText(standing), format);
  },
});
