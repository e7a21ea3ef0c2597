import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
    // Left to itself Vitest keeps one processor free, which of two is half.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // Against a test that stands still, not against a slow computer: all processors are busy, and builds take turns.
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
});
