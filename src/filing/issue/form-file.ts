import { stringify } from 'yaml';
import { PROMISES, QUESTIONS, type Question } from './questions.ts';

const INTRO = `先在网站「我要申报」里填：那里边填边核对，联系方式可以加密，填完给出一份文件。用不了的，再用这张表。

**这里的内容一提交就人人可见，改了以后旧的也查得到。** 涉密项目不在这里报；手机号、身份证号、个人邮箱、联系人姓名都不写，写在纸质表上。

提交以后，程序把它写成一份送件单，几分钟后在下面答复。要改的，在这里点右上角「Edit」（编辑）改好保存，送件单跟着改。`;

const CONFIRMED = [
  '以上内容可以公开，没有手机号、身份证号、个人邮箱',
  '不涉密承诺：全部内容不涉及国家秘密和工作秘密',
] as const;

/** The file of the issue form, made of the questions: GitHub shows it under 「New issue」. */
export function issueFormFile(): string {
  const groups = [...new Set(QUESTIONS.map(({ group }) => group))];
  const body = groups.flatMap((group) => [
    { type: 'markdown', attributes: { value: `## ${group}` } },
    ...QUESTIONS.filter((one) => one.group === group).map(element),
  ]);
  const form = {
    name: '网上申报',
    description: '备案、申请或资料报送：在网页上填好，程序写成送件单',
    title: '申报：',
    body: [
      { type: 'markdown', attributes: { value: INTRO } },
      ...body,
      {
        type: 'checkboxes',
        id: 'public',
        attributes: {
          label: PROMISES,
          options: CONFIRMED.map((label) => ({ label, required: true })),
        },
      },
    ],
  };
  const head =
    '# Written by `npm run generate` out of the field dictionary (src/filing/issue/): edit that, not this.\n';
  return `${head}${stringify(form, { lineWidth: 0 })}`;
}

function element({ id, label, kind, hint, example, options, required }: Question): unknown {
  const attributes = {
    label,
    description: hint,
    ...(kind === 'dropdown' ? { options: [...options] } : {}),
    ...(kind !== 'dropdown' && example !== '' ? { placeholder: placeholder(example) } : {}),
  };
  return { type: kind, id, attributes, ...(required ? { validations: { required: true } } : {}) };
}

const placeholder = (example: string): string => `例如\n${example}`.replace(/^例如\n(?=[^\n]*$)/, '例如 ');
