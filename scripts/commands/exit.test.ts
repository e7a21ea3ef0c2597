import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it.each(['check', 'status', 'queue'])('%s works in the folder that REGISTRY_ROOT names', (command) => {
  const env = { ...process.env, REGISTRY_ROOT: 'tests/fixtures/sound--one-entry-of-each-route' };
  const { stdout, status } = spawnSync(
    process.execPath,
    ['scripts/registry.ts', command, '--format', 'json'],
    {
      encoding: 'utf8',
      env,
    },
  );
  expect(status).toBe(0);
  expect(stdout).toContain(command === 'check' ? '"checked": 6' : 'shili/');
});
