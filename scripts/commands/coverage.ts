import { defineCommand } from 'citty';
import { say } from '../../src/io/say.ts';
import { OWN_BASIS } from '../../src/regulation/index.ts';
import { coverage, ownNeeds } from '../../src/rules/support/coverage.ts';
import { oneOf, refuseUnknown } from './exit.ts';

const args = {
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
} as const;

/** `coverage`: for each clause of the regulation, what enforces or shows it here. */
export const coverageCommand = defineCommand({
  meta: { name: 'coverage', description: '管理办法逐条：由什么落实，或为什么不由程序落实' },
  args,
  run: ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const clauses = coverage();
    say(format === 'json' ? JSON.stringify(clauses, null, 2) : pretty(clauses), format);
  },
});

function pretty(clauses: ReturnType<typeof coverage>): string {
  const own = { title: `${OWN_BASIS}（办法没有写的）`, by: ownNeeds() };
  return [...clauses, own]
    .map(({ title, by }) =>
      [title, ...by.map(({ kind, ref, says }) => `  ${kind} ${ref} ${says}`)].join('\n'),
    )
    .join('\n\n');
}
