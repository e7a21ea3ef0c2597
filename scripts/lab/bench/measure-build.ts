import { say } from '../../../src/io/say.ts';
import { measureHugo } from './measure-hugo.ts';
import { measured, type Taken } from './measured.ts';

/** What building a site of so many entries took, and Hugo with the same filings; undefined where it is not installed. */
export interface BuildRow {
  readonly size: number;
  readonly own: Taken;
  readonly hugo: Taken | undefined;
}

/** Builds the site of a registry in a process of its own, and the same filings with Hugo, in the same run. */
export async function measureBuild(root: string, size: number, outDir: string): Promise<BuildRow> {
  const own = await measured(process.execPath, ['scripts/build.ts'], {
    REGISTRY_ROOT: root,
    OUT_DIR: outDir,
  });
  say(`build ${size}: ${shown(own)}; ${own.output.trim().split('\n').at(-1) ?? ''}`);
  const hugo = await measureHugo(root, `${outDir}.hugo`);
  const ratio = hugo ? `; ${times(own.seconds, hugo.seconds)} as long` : '';
  say(`  Hugo with the same filings: ${hugo ? shown(hugo) : 'not installed'}${ratio}`);
  return { size, own, hugo };
}

/** How building grows from one size to the next, in seconds and in memory, with the goals. */
export function sayGrowth(rows: readonly BuildRow[]): void {
  say('growth of the build (goals: 1.5 times Hugo, 700 MB):');
  for (const [at, { size, own, hugo }] of rows.entries()) {
    const before = rows[at - 1];
    const beside = hugo ? `; Hugo ${hugo.seconds.toFixed(1)} s, ${times(own.seconds, hugo.seconds)}` : '';
    const grown = before
      ? `; ${(size / before.size).toFixed(1)} times the entries take ${times(own.seconds, before.own.seconds)} the time`
      : '';
    say(
      `  ${String(size).padStart(7)}: ${shown(own)}, ${((own.seconds / size) * 1000).toFixed(1)} ms an entry${beside}${grown}`,
    );
  }
}

const times = (one: number, other: number): string => `${(one / other).toFixed(2)} times`;

function shown({ seconds, together, largest }: Taken): string {
  const megabytes = (kilobytes: number): string => (kilobytes / 1024).toFixed(0);
  const memory =
    together > 0
      ? `${megabytes(together)} MB at most in all processes, ${megabytes(largest)} MB in the largest`
      : 'memory not known on this system';
  return `${seconds.toFixed(1)} s, ${memory}`;
}
