// Runs at the end of `npm install`: what the command line loads is put into a few files, so that every command begins
// sooner, and the first run after an installation is as quick as the next. Without it everything works, only later.
import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const RUNS = [
  ['check', '--root', 'registry'],
  ['gate', '--root', 'registry', '--base', 'HEAD', '--head', 'HEAD'],
];

try {
  const { putTogether } = await import('./prepared/put-together.ts');
  await putTogether(root, 'scripts/cli.ts');
  // Node keeps what it has made of a program when it has run once.
  for (const args of RUNS)
    spawnSync(process.execPath, ['scripts/registry.mjs', ...args], { cwd: root, stdio: 'ignore' });
} catch {
  // An older Node, a folder that may only be read: commands load their sources as they are.
}
