import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeFixture } from '../../tests/support/fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'registry-root-'));
writeFixture('sound--one-entry-of-each-route', root);
afterAll(() => rmSync(root, { recursive: true }));

it.each(['check', 'status', 'queue'])('%s works in the folder that REGISTRY_ROOT names', (command) => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['scripts/registry.ts', command, '--format', 'json'],
    { encoding: 'utf8', env: { ...process.env, REGISTRY_ROOT: root } },
  );
  expect(status).toBe(0);
  expect(stdout).toContain(command === 'check' ? '"checked": 6' : 'shili/');
});
