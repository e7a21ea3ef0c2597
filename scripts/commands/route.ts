import { defineCommand } from 'citty';
import { say, warn } from '../../src/io/say.ts';
import { clause } from '../../src/regulation/index.ts';
import { decideRoute, type Route } from '../../src/regulation/routes.ts';
import { LEAD_WORDS, LEADS, type Lead, STAGES } from '../../src/regulation/vocabulary.ts';
import { oneOf, refuseUnknown } from './exit.ts';

const args = {
  lead: { type: 'string', description: `牵头主体：${LEADS.join('、')}；企业、公司算社会组织` },
  stage: { type: 'string', description: `建设阶段：${STAGES.join('、')}` },
  fiscal: { type: 'string', description: '是否使用财政资金：是、否' },
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
} as const;

/** `route`: three answers in, the row of Article 6 out. */
export const routeCommand = defineCommand({
  meta: { name: 'route', description: '三项回答，告诉您走哪条路径、填哪种表' },
  args,
  run: ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const lead = leadOf(given.lead);
    const stage = oneOf('stage', given.stage, STAGES);
    const fiscal = oneOf('fiscal', given.fiscal, ['是', '否']) === '是';
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const route = decideRoute({ lead, stage, fiscal });
    say(format === 'json' ? json(route) : pretty(route), format);
  },
});

/** A company is a 社会组织 (reading `companies-are-social`); whoever says 公司 is told so and answered. */
function leadOf(given: string | undefined): Lead {
  const said = given?.trim() ?? '';
  if (LEADS.some((lead) => lead === said) || !LEAD_WORDS.pattern.test(said))
    return oneOf('lead', given, LEADS);
  warn(`${said}按「${LEAD_WORDS.option}」办理：${LEAD_WORDS.note}。`);
  return LEAD_WORDS.option;
}

function json({ clause, form, approval, attachments, coordinator, duties, steps }: Route): string {
  return JSON.stringify({ clause, form, approval, attachments, coordinator, duties, steps }, null, 2);
}

function pretty({ clauseId, form, attachments, coordinator, steps }: Route): string {
  const { title, text } = clause(clauseId);
  return [
    `按${title}办理：填「${form}」，附${attachments.join('、')}。`,
    ...(coordinator ? ['由相关行业主管部门或属地街道办事处协调填写。'] : []),
    '',
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    '',
    `${title}原文：${text}`,
  ].join('\n');
}
