import type { HarvestReport } from '../federation/plan-harvest.ts';
import { printableLine } from '../text/finding.ts';

/** What is named of those that were left; the rest is counted. */
const NAMED = 20;

/** The report of a harvest for people: a line for each registry, then what was left and why. */
export function harvestText(reports: readonly HarvestReport[], dryRun: boolean): string {
  const head = dryRun ? ['试运行，没有写文件。'] : [];
  return [...head, ...reports.flatMap(linesOf)].join('\n');
}

function linesOf({ name, address, failed, added, updated, unchanged, gone, left }: HarvestReport): string[] {
  // One that never answered is known by its address alone.
  const title = printableLine(name === address ? name : `${name}（${address}）`);
  if (failed !== undefined) return [`${title}：没有取到，${printableLine(failed)}。原来收录的不变。`];
  const counts = `新收录 ${added}，更新 ${updated}，未变 ${unchanged}`;
  const lost = gone > 0 ? `，原登记库不再列出 ${gone}` : '';
  const kept = left.length > 0 ? `，没有收录 ${left.length}` : '';
  const rest = left.length - NAMED;
  return [
    `${title}：${counts}${lost}${kept}。`,
    ...left
      .slice(0, NAMED)
      .map((one) => printableLine(`    没有收录「${one.name.slice(0, 60)}」：${one.why}。`)),
    ...(rest > 0 ? [`    还有 ${rest} 个没有收录，全部原因看 --format json。`] : []),
  ];
}

/** The same for programs. */
export function harvestJson(reports: readonly HarvestReport[]): string {
  return JSON.stringify({ registries: reports }, null, 2);
}
