import { fieldOf } from '../form/fields.ts';
import { ANSWERS } from '../regulation/vocabulary.ts';
import { describeSimilar } from '../rules/support/describe-similar.ts';
import type { Comparison } from '../similarity/comparison.ts';
import { asked } from '../similarity/comparison.ts';
import type { Raw, RawMap } from '../text/raw.ts';
import { checkAnswer } from './check-answer.ts';
import type { Prompter } from './prompter.ts';

const LATER = '以后再答';
const FIELD = fieldOf('answers');

/** What each answer means, said where it is chosen. */
const MEANINGS: Readonly<Record<(typeof ANSWERS)[number], string>> = {
  复用: '复用：直接用对方的，本项目不再建这部分',
  升级: '升级：在对方的基础上改，是它的下一期',
  合并共建: '合并共建：与对方一起建',
  差异说明: '差异说明：不是一回事，写明哪里不同',
};

/** 查重说明, project by project: what is alike is shown, the answer chosen and the reason written. '' when none is asked. */
export async function askAnswers(prompter: Prompter, comparison: Comparison | undefined): Promise<Raw> {
  if (!comparison) return '';
  if (comparison.failure !== undefined) {
    prompter.say(`查重没有做成（${comparison.failure}），不能当作没有重复；写好文件以后再核对一次。`, '查重');
    return '';
  }
  const all = asked(comparison);
  if (all.length === 0) {
    const none = comparison.telling
      ? '查过了，没有要答复的相似项目。'
      : '写得太少，看不出有没有相似的项目；把建设内容写实写全，再核对。';
    prompter.say(none, '查重');
    return '';
  }
  const items: RawMap[] = [];
  for (const [at, other] of all.entries()) {
    const said = describeSimilar(other);
    const verdict = await prompter.choose({
      key: `${FIELD.label}/${other.id}/结论`,
      message: `查重 ${at + 1}／${all.length}：${said.whom}${said.what}\n怎样处理？`,
      options: [
        ...ANSWERS.map((value) => ({ value, label: MEANINGS[value] })),
        { value: LATER, label: LATER },
      ],
    });
    if (verdict === LATER) continue;
    const { matched, drawn } = other.evidence.functions;
    const names = drawn ? [] : [...new Set(matched.map((pair) => pair.other))];
    const functions =
      names.length === 0
        ? []
        : await prompter.chooseMany({
            key: `${FIELD.label}/${other.id}/功能`,
            message: `说的是对方的哪些功能？只选真正对应的`,
            options: names.map((name) => ({ value: name, label: name })),
            required: false,
          });
    const reason = await askReason(prompter, other.id, verdict);
    items.push({
      对象: other.id,
      结论: verdict,
      ...(functions.length > 0 ? { 功能: functions } : {}),
      说明: reason,
      比对摘要: other.digest,
    });
  }
  return items.length === 0 ? '' : items;
}

function askReason(prompter: Prompter, id: string, verdict: string): Promise<string> {
  const type = FIELD.type.item?.parts?.find(({ label }) => label === '说明')?.type ?? FIELD.type;
  const question = { definition: FIELD, form: undefined, type, path: [FIELD.label, '说明'], required: true };
  return prompter.text({
    key: `${FIELD.label}/${id}/说明`,
    message: `${verdict}的理由：逐项写明哪些用对方的，哪些对方没有、为什么不能用`,
    placeholder: '例如 直接使用其预警模块，本项目不再建设',
    long: false,
    validate: (text) => {
      const checked = checkAnswer(question, text);
      return 'message' in checked ? checked.message : undefined;
    },
  });
}
