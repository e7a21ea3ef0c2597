import { ruleVersionOn, ruleVersions } from '../registry/office.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** 第十二条; which versions there are, and since when, the office declares in office.yaml. */
export const art12RuleVersion = defineRule({
  id: 'art12-rule-version',
  title: '规则版本是填报那天施行的文号',
  severity: 'error',
  clauses: ['art12'],
  since: '2021-04-29',
  appliesTo: '写了规则版本的项目',
  why: '办法会修订；写明依据哪个文号，以后才知道当时按什么办的。有哪些文号、从哪天起施行，由办公室公布。',
  fix: '照提示改成填报那天施行的文号。',
  needs: ['ruleVersion', 'filedOn'],
  ok: [{ says: '现行的文号', base: '6.1', edit: {} }],
  bad: [{ says: '办公室没有公布的文号', base: '6.1', edit: { 规则版本: '示政〔2019〕1号' } }],
  *check({ ruleVersion, filedOn }, _entry, { office }) {
    const known = ruleVersions(office).some((one) => one.ruleVersion === ruleVersion);
    const due = ruleVersionOn(office, filedOn);
    if (known && ruleVersion === due) return;
    const label = labelOf('ruleVersion');
    const why = known
      ? `${filedOn} 填报的，应依据「${due}」，写的是「${ruleVersion}」`
      : `办公室没有公布过「${ruleVersion}」`;
    // A revision is often entered some days after it came into force: what was filed meanwhile does not block.
    const severity = known ? 'judgement' : 'error';
    const fix = `改成「${label}: ${due}」${known ? '' : '；确是以前的文号，由办公室写进 office.yaml 的「以前的规则版本」'}。`;
    yield { path: [label], severity, message: `${label}：${why}`, fix };
  },
});
