import { confirm, isCancel } from '@clack/prompts';
import { asksOpenPoints, openPoints } from '../../src/desk/open-points.ts';
import { warn } from '../../src/io/say.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import type { RawMap } from '../../src/text/raw.ts';
import { EXIT, stop } from './exit.ts';
import { canAsk } from './record-questions.ts';
import type { Registry } from './registry-input.ts';

/** Lists what is still open before 受理 and 审核通过, and goes on only when somebody says so or writes why. */
export async function confirmOpen(
  { files, today }: Registry,
  project: string,
  event: RawMap,
  confirmed: boolean,
): Promise<void> {
  if (!asksOpenPoints(event)) return;
  const open = openPoints(files, project, today);
  if (open.length === 0) return;
  warn(`记「${String(event.事项)}」以前，这份申报还有 ${open.length} 处没有办妥：\n`);
  warn(prettyReport({ checked: 1, findings: open }, () => undefined));
  const reason = typeof event.说明 === 'string' && event.说明.trim() !== '';
  if (reason || confirmed) return;
  if (!canAsk())
    stop(
      '没有写入。先要求补正；核实以后仍要记的，用 --说明 写明理由（没有必改的，也可以加 --确认）。',
      EXIT.findings,
    );
  const answer = await confirm({ message: '仍然要记吗', initialValue: false, active: '是', inactive: '否' });
  if (isCancel(answer) || !answer) stop('没有写入。可以先记「补正：要求补正」。', EXIT.findings);
}
