import { defineCommand } from 'citty';
import { standings, waitingSteps } from '../../src/registry/standing.ts';
import { queueJson, queueText } from '../../src/report/status.ts';
import { oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { openRegistry } from './registry-input.ts';

const args = {
  root: ROOT,
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
  today: { type: 'string', description: '看哪一天的情况，例如 2026-03-05（默认今天）' },
} as const;

/** `queue`: what waits for whom and for how long. */
export const queueCommand = defineCommand({
  meta: { name: 'queue', description: '等着办的事：等谁、办什么、等了几天' },
  args,
  run: ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const format = oneOf('format', given.format, ['pretty', 'json']);
    if (given._.length > 0) stop(`queue 不带「${given._.join(' ')}」；看一个项目用 status。`);
    const { result, today } = openRegistry(given.root, given.today);
    const waiting = waitingSteps(standings(result), today);
    console.log(format === 'json' ? queueJson(waiting, today) : queueText(waiting));
  },
});
