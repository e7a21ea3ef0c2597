import children from 'node:child_process';
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Put before a command with `--import`: at the nth change of the disk the process is killed as by `kill -9`, before it
 * happens. `KILL_AT` is n; without it the changes are only counted, and their number goes into `COUNT_INTO`. What Git
 * is asked to do counts as well.
 */
const CHANGING = [
  ...[
    'write',
    'writeFile',
    'appendFile',
    'rename',
    'rm',
    'rmdir',
    'unlink',
    'link',
    'mkdir',
    'fsync',
    'ftruncate',
  ],
  ...['chmod', 'symlink', 'copyFile'],
];
const last = Number(process.env.KILL_AT ?? Number.POSITIVE_INFINITY);
const into = process.env.COUNT_INTO;
const { writeFileSync } = fs;
let count = 0;

function counted(target: object, name: string): void {
  const real = Reflect.get(target, name);
  if (typeof real !== 'function') return;
  Reflect.set(target, name, (...args: unknown[]) => {
    count++;
    if (count >= last) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  });
}

for (const name of CHANGING) {
  counted(fs, `${name}Sync`);
  counted(promises, name);
}
counted(children, 'spawn');
syncBuiltinESMExports();
if (into !== undefined) process.on('exit', () => writeFileSync(into, String(count)));
