/** What a syntax error of the YAML reader means to someone who fills in a form. */
const EXPLANATIONS: Readonly<Record<string, { readonly message: string; readonly fix: string }>> = {
  MISSING_CHAR: {
    message: '这一行少了冒号或后一半引号，读不出来。',
    fix: '写成「栏目: 内容」；内容用了引号的，补上后一半引号。',
  },
  BAD_INDENT: {
    message: '这一行的缩进与上下行对不齐，读不出来。',
    fix: '同一级内容左边对齐，下级内容缩进两个空格。',
  },
  TAB_AS_INDENT: { message: '这一行用制表符缩进，读不出来。', fix: '把行首的制表符换成两个空格。' },
  MULTILINE_IMPLICIT_KEY: {
    message: '这一行像是栏目名却没有冒号，读不出来。',
    fix: '写成「栏目: 内容」；是上一行的续行的，缩进两个空格。',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: '一行里出现了两个「: 」，读不出来。',
    fix: '内容里有冒号加空格的，把整段内容用引号括起来。',
  },
  BAD_SCALAR_START: {
    message: '内容以特殊符号（@、`、%）开头，读不出来。',
    fix: '把整段内容用引号括起来。',
  },
  UNEXPECTED_TOKEN: {
    message: '这一行多了符号，读不出来。',
    fix: '检查括号、逗号和引号是否成对；整段内容可用引号括起来。',
  },
};

const OTHERWISE = {
  message: '这一行不合写法，读不出来。',
  fix: '写成「栏目: 内容」；下级内容缩进两个空格；内容里有特殊符号的用引号括起来。',
};

/** Message and repair for a syntax error, beginning with the label of the field it stands in. */
export function explainYamlError(
  code: string,
  label: string | undefined,
  row: string,
): { message: string; fix: string } {
  const { message, fix } = EXPLANATIONS[meant(code, row)] ?? OTHERWISE;
  const quoted = row.trim().slice(0, 30);
  return { message: `${label ?? '表格内容'}：${message}（「${quoted}」）`, fix };
}

/** The reader names what it stumbled over; the row shows what was done: a mark out of line, a bracket left open. */
function meant(code: string, row: string): string {
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && row.split(': ').length < 3) return 'BAD_INDENT';
  if (code === 'BAD_INDENT' && /[[{][^\]}]*$/.test(row)) return 'UNEXPECTED_TOKEN';
  return code;
}
