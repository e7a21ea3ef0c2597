import children from 'node:child_process';
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Put before a command with `--import`: the disk fails under it. What Git is asked to do counts as well as what the
 * command writes itself.
 * `KILL_AT`: at the nth change the process is killed as by `kill -9`, before it happens.
 * `FULL_AT`: from the nth change on there is no room left; what needs none, like renaming, goes on.
 * `COUNT_INTO`: the changes are counted, and their number goes into this file.
 * `ONLY_IN`: changes count only where the path has this in it.
 */
const NEEDS_ROOM = [...['write', 'writeFile', 'appendFile', 'link', 'mkdir', 'fsync', 'symlink', 'copyFile']];
const NEEDS_NONE = ['rename', 'rm', 'rmdir', 'unlink', 'ftruncate', 'chmod'];
const [killed, full] = ['KILL_AT', 'FULL_AT'].map((name) =>
  Number(process.env[name] ?? Number.POSITIVE_INFINITY),
);
const { COUNT_INTO: into, ONLY_IN: only = '' } = process.env;
const { writeFileSync } = fs;
let count = 0;

/** Whether this change finds the disk full. Does not come back when the process ends here. */
function isFull(place: unknown): boolean {
  if (only !== '' && !String(place).includes(only)) return count > 0 && count >= (full ?? 0);
  count++;
  if (count >= (killed ?? 0)) process.kill(process.pid, 'SIGKILL');
  return count >= (full ?? 0);
}

const noRoom = (name: string): Error =>
  Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), { code: 'ENOSPC', syscall: name });

function failing(target: object, name: string, needsRoom: boolean, fail: (error: Error) => unknown): void {
  const real = Reflect.get(target, name);
  if (typeof real !== 'function') return;
  Reflect.set(target, name, (...args: unknown[]) =>
    isFull(args[0]) && needsRoom ? fail(noRoom(name)) : real(...args),
  );
}

for (const name of [...NEEDS_ROOM, ...NEEDS_NONE]) {
  const needsRoom = NEEDS_ROOM.includes(name);
  failing(fs, `${name}Sync`, needsRoom, (error) => {
    throw error;
  });
  failing(promises, name, needsRoom, (error) => Promise.reject(error));
}
const { spawn } = children;
/** As Git ends where it cannot write. */
const GIT_FULL = ['-c', 'echo "fatal: write error: No space left on device" >&2; exit 128'];
Reflect.set(children, 'spawn', (command: string, args: readonly string[], options: children.SpawnOptions) =>
  isFull(command) ? spawn('sh', GIT_FULL, options) : spawn(command, args, options),
);
syncBuiltinESMExports();
if (into !== undefined) process.on('exit', () => writeFileSync(into, String(count)));
