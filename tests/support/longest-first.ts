import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, the longest first, as measured on two processors. A fresh checkout has no times of its own,
 * and a long file that begins last keeps one processor busy and the others idle.
 */
export const LONGEST: readonly string[] = [
  'tests/site.test.ts',
  'tests/declare.test.ts',
  'tests/sealing.test.ts',
  'tests/forge-limits.test.ts',
  'tests/killed.test.ts',
  'tests/kept-tip.test.ts',
  'tests/forge-attacks.test.ts',
  'tests/handing-in.test.ts',
  'tests/forge-bot.test.ts',
  'tests/corpora-site.test.ts',
  'tests/federation.test.ts',
  'tests/killed-build.test.ts',
  'tests/hostile.test.ts',
  'tests/whole-files.test.ts',
  'tests/similar-cli.test.ts',
  'tests/record-cli.test.ts',
  'tests/duplicates.test.ts',
  'tests/forge.test.ts',
  'tests/forge-issue.test.ts',
  'tests/change-property.test.ts',
  'tests/odd-changes.test.ts',
  'tests/odd-accounts.test.ts',
  'scripts/commands/filing.test.ts',
  'tests/rehearsal-bare.test.ts',
  'tests/at-once.test.ts',
];

/** The known long ones before all others, which keep the order that Vitest gives them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const root = this.ctx.config.root;
    const place = (one: TestSpecification): number => {
      const at = LONGEST.indexOf(relative(root, one.moduleId).replaceAll('\\', '/'));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
