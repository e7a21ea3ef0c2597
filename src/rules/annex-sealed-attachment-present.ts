import { MAX_SEALED_BYTES } from '../form/age-file.ts';
import type { Entry } from '../form/entry.ts';
import { isSealedName } from '../form/entry-id.ts';
import type { Filing } from '../form/fields.ts';
import { sealedFile } from '../registry/paths.ts';
import { SAMPLE_SEALED } from './examples/examples.ts';
import { defineRule, type Facts, type Fault, labelOf } from './support/define-rule.ts';

type Attachment = NonNullable<Filing['attachments']>[number];

const MAX_MEGABYTES = MAX_SEALED_BYTES / 1024 / 1024;
const COMMAND = '用 seal --attachment 命令封存，文件名和校验值由它写好。';

const sealedPlan = (edit: Readonly<Record<string, string>>) => ({
  附件: [
    {
      名称: '项目建设实施方案',
      日期: '2026-02-20',
      送达: '密封附件',
      文件: SAMPLE_SEALED.name,
      sha256: SAMPLE_SEALED.sha256,
      ...edit,
    },
  ],
});

/** Annex 1 「并附项目建设实施方案」: an attachment that is said to be delivered sealed has to be there, unaltered. */
export const annexSealedAttachmentPresent = defineRule({
  id: 'annex-sealed-attachment-present',
  title: '密封附件要在登记库里，内容与校验值一致',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '附件栏写了密封附件的项目',
  why: '附件栏写了密封附件，办公室就按它审核；文件没有交来，或交来以后变了，审核的就不是申报的那一份。没有加密的文件人人看得到。',
  fix: '用 seal --attachment 命令封存，把生成的 .age 文件和项目文件一起提交；不便封存的，改送纸质件。',
  needs: ['attachments'],
  ok: [
    { says: '密封附件在项目的文件夹里，校验值相符', base: '6.2财政', edit: sealedPlan({}) },
    { says: '附件是纸质的', base: '6.2财政', edit: {} },
  ],
  bad: [
    { says: '文件没有交来', base: '6.2财政', edit: sealedPlan({ 文件: 'fangan.age' }) },
    { says: '文件和校验值不符', base: '6.2财政', edit: sealedPlan({ sha256: '0'.repeat(64) }) },
    { says: '没有写校验值', base: '6.2财政', edit: sealedPlan({ sha256: '' }) },
    {
      says: '纸质附件的文件名指到别的文件夹',
      base: '6.2财政',
      edit: {
        附件: [
          {
            名称: '项目建设实施方案',
            日期: '2026-02-20',
            送达: '纸质',
            编号: '示办〔2026〕7号',
            文件: '../../office.yaml',
          },
        ],
      },
    },
    { says: '文件名指到别的文件夹', base: '6.2财政', edit: sealedPlan({ 文件: '../fangan.age' }) },
  ],
  check: function* ({ attachments }, entry, facts) {
    for (const [index, attachment] of attachments.entries()) {
      const fault =
        attachment.delivery === '密封附件'
          ? faultOf(attachment, index, entry, facts)
          : onPaper(attachment, index);
      if (fault) yield fault;
    }
  },
});

/** Nobody opens the file of an attachment on paper, but its name must lead nowhere either. */
function onPaper({ name, file }: Attachment, index: number): Fault | undefined {
  if (file === undefined || isSealedName(file)) return undefined;
  const label = labelOf('attachments');
  const message = `${label}：「${name}」送达纸质，「文件」一项不能指到别处`;
  return { path: [label, index, '文件'], message, fix: '删去「文件」这一行；纸质的只写「编号」。' };
}

function faultOf(attachment: Attachment, index: number, entry: Entry, facts: Facts): Fault | undefined {
  const label = labelOf('attachments');
  const said = `${label}：「${attachment.name}」是密封附件，`;
  const { file, sha256 } = attachment;
  const at = [label, index];
  if (file === undefined || sha256 === undefined) {
    return { path: at, message: `${said}没有写文件名或校验值`, fix: `补上「文件」和「sha256」；${COMMAND}` };
  }
  if (!isSealedName(file)) {
    const fix = `文件名只用小写字母、数字、点和连字符，以 .age 结尾，例如「文件: shishi-fangan.pdf.age」；${COMMAND}`;
    return { path: [...at, '文件'], message: `${said}文件名的写法不对`, fix };
  }
  const path = sealedFile(entry.id, file);
  const found = facts.sealedFile(path);
  if (!found) {
    const fix = `把文件放在「${path}」，和项目文件一起提交；${COMMAND}`;
    return { path: [...at, '文件'], message: `${said}登记库里没有「${path}」`, fix };
  }
  if (found.size > MAX_SEALED_BYTES) {
    const fix = '把原件压缩以后重新封存，或改送纸质件并写编号。';
    return { path: [...at, '文件'], message: `${said}「${file}」超过 ${MAX_MEGABYTES} MB`, fix };
  }
  if (!found.isSealed) {
    const fix = `不要提交它：没有封存的文件人人看得到。${COMMAND}`;
    return { path: [...at, '文件'], message: `${said}「${file}」却不是封存的文件`, fix };
  }
  if (found.sha256 === sha256) return undefined;
  const fix = `核对交来的是不是这一份；是的，改成「sha256: ${found.sha256}」，不是的，重新封存。`;
  return { path: [...at, 'sha256'], message: `${said}「${file}」的内容和校验值不一致`, fix };
}
