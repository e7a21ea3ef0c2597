import { defineCommand } from 'citty';
import { check, type Judged } from '../../src/check.ts';
import type { Entry } from '../../src/form/entry.ts';
import { expertPacket, type PacketLikeness } from '../../src/papers/index.ts';
import { standingOf } from '../../src/registry/standing.ts';
import { asked } from '../../src/similarity/comparison.ts';
import { evidenceRows } from '../../src/similarity/evidence-words.ts';
import { moduleHeadline } from '../../src/similarity/module-table.ts';
import { ROOT, refuseUnknown, stop } from './exit.ts';
import { findEntry, openRegistry } from './registry-input.ts';
import { PAPER_FORMATS, paperFormat, writePaper } from './write-paper.ts';

const args = {
  root: ROOT,
  to: { type: 'string', description: `写成哪种文件：${PAPER_FORMATS.join('、')}（默认 docx）` },
  out: { type: 'string', description: '写到哪个文件；不写时按名称写在当前文件夹，或者送到标准输出' },
  today: { type: 'string', description: '按哪一天的情况，例如 2026-03-05（默认今天）' },
} as const;

/** `packet <id>`: what the experts read before they argue: the filing, its plan, what is alike and how it was answered. */
export const packetCommand = defineCommand({
  meta: { name: 'packet', description: '专家论证材料：申报内容、方案清单、查重和答复、请专家回答的问题' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const [id, ...more] = given._;
    if (id === undefined || more.length > 0) stop('写一个项目：「单位代码/文件名」，或登记号。');
    const registry = openRegistry(given.root, given.today);
    const entry = findEntry(registry, id);
    const { result, files, today } = registry;
    const compared = check(files, { today, similarity: { compare: new Set([entry.file]), dated: true } });
    const judged = compared.similar.find(({ file }) => file === entry.file);
    const paper = expertPacket({
      id: entry.id,
      filing: entry.filing,
      life: standingOf(entry, result),
      office: result.office ?? { name: '' },
      unitName: result.units.get(entry.unit)?.name ?? entry.unit,
      open: [],
      address: undefined,
      content: entry.filing.content ?? '',
      notCompared: judged ? judged.comparison.failure : '这个项目没有进入查重；先运行 check 看原因。',
      alike: judged ? likenesses(judged, entry) : [],
      modules: judged && moduleHeadline(judged.comparison.modules),
    });
    await writePaper(paper, paperFormat(given.to, given.out), { out: given.out });
  },
});

/** What the unit was asked about, each with its answer. */
function likenesses({ comparison }: Judged, { filing }: Entry): readonly PacketLikeness[] {
  const answers = new Map(filing.answers?.map((answer) => [answer.target, answer]));
  return asked(comparison).map(({ id, name, unit, relation, evidence }) => {
    const answer = answers.get(id);
    const shared = evidenceRows(evidence).find(({ label }) => label.startsWith('可能对应的功能'));
    return {
      name,
      unit,
      relation,
      shared: shared?.items.slice(0, 6).join(shared.joint) ?? '',
      answer: answer && `${answer.verdict}：${answer.reason}`,
    };
  });
}
