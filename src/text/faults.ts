import type { Position, Problem, Severity } from './finding.ts';

/** What can be wrong with a file as a file, before any rule of the regulation is asked. */
export interface FaultDoc {
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** A piece of a file that shows the fault; executed by the tests and printed on the rule's page. */
  readonly bad: string;
}

const HEAD = '---\n表式: 备案表\n项目名称: 某平台\n---\n';

export const FAULTS = {
  'parse-encoding': {
    severity: 'error',
    title: '文件要用 UTF-8 编码保存',
    why: '用 GBK 等编码保存的文件，别人打开会是乱码。',
    fix: '在编辑器里选「另存为」，编码选 UTF-8，再提交一次。',
    bad: '（用 GBK 编码保存的文件）',
  },
  'parse-bom': {
    severity: 'warning',
    title: '文件开头不带 BOM',
    why: '记事本有时会在文件最前面加一个看不见的标记（BOM），不影响读取，但应去掉。',
    fix: '另存为时编码选「UTF-8」，不选「带有 BOM 的 UTF-8」。',
    bad: `\uFEFF${HEAD}`,
  },
  'parse-line-ends': {
    severity: 'warning',
    title: '换行用 LF',
    why: 'Windows 换行（CRLF）不影响读取，但会使修改记录里每一行都显得改过。',
    fix: '编辑器右下角把 CRLF 改为 LF 后保存。',
    bad: HEAD.replaceAll('\n', '\r\n'),
  },
  'parse-too-large': {
    severity: 'error',
    title: '一份项目文件不超过 256 KB',
    why: '项目文件只写表格和说明，方案等材料另行送达。',
    fix: '删去粘贴进来的图片或整份方案，只保留简要说明。',
    bad: `${HEAD}${'大'.repeat(90_000)}`,
  },
  'parse-no-head': {
    severity: 'error',
    title: '文件以一行「---」开头',
    why: '表格内容写在两行「---」之间，缺了开头就读不到。',
    fix: '在第一行写三个半角减号「---」，表格内容从第二行开始。',
    bad: '表式: 备案表\n项目名称: 某平台\n---\n',
  },
  'parse-unclosed-head': {
    severity: 'error',
    title: '表格内容以一行「---」结束',
    why: '缺了结束的「---」，分不清表格和正文。',
    fix: '在表格最后一行与「## 项目概况」之间加一行「---」。',
    bad: '---\n表式: 备案表\n项目名称: 某平台\n\n## 项目概况\n\n说明\n',
  },
  'parse-fullwidth-colon': {
    severity: 'error',
    title: '栏目名后面用半角冒号加空格',
    why: '全角冒号「：」或缺了空格，整行都读不出来。',
    fix: '把「：」改成半角冒号「: 」，后面空一格。',
    bad: '---\n表式: 备案表\n项目名称：某平台\n---\n',
  },
  'parse-tab': {
    severity: 'error',
    title: '缩进用空格',
    why: '用制表符（Tab）缩进的行读不出来。',
    fix: '把行首的制表符换成两个空格。',
    bad: '---\n表式: 备案表\n牵头主体:\n\t类型: 街道办事处\n---\n',
  },
  'parse-duplicate-key': {
    severity: 'error',
    title: '一个栏目只写一次',
    why: '同一栏写了两次，不知道以哪次为准。',
    fix: '保留一处，删去另一处。',
    bad: '---\n表式: 备案表\n项目名称: 甲\n项目名称: 乙\n---\n',
  },
  'parse-anchor': {
    severity: 'error',
    title: '不用锚点、引用和标签',
    why: '「&」「*」「!」开头的写法会让内容取自别处，看文件的人看不出真实内容。',
    fix: '直接写出内容；内容本身以这些符号开头的，用引号括起来。',
    bad: '---\n表式: 备案表\n项目名称: &甲 某平台\n其他类说明: *甲\n---\n',
  },
  'parse-comment': {
    severity: 'warning',
    title: '内容里的「 #」会截断后面的字',
    why: '空格加 # 之后的字会被当作注释丢掉。',
    fix: '内容里确有 # 的，用引号把整段括起来；是注释的，单独写一行。',
    bad: '---\n表式: 备案表\n项目名称: 某平台 #2 期\n---\n',
  },
  'parse-duplicate-section': {
    severity: 'error',
    title: '正文一个标题只出现一次',
    why: '同一标题写了两段，不知道以哪段为准。',
    fix: '把两段合成一段，或改掉其中一个标题。',
    bad: `${HEAD}\n## 建设内容\n\n甲\n\n## 建设内容\n\n乙\n`,
  },
  'parse-syntax': {
    severity: 'error',
    title: '每行写成「栏目: 内容」',
    why: '这一行不合写法，读不出来。',
    fix: '每行一个栏目，写成「栏目: 内容」；下级内容缩进两个空格；内容里有特殊符号的用引号括起来。',
    bad: '---\n表式: 备案表\n项目名称: "某平台\n---\n',
  },
} as const satisfies Readonly<Record<string, FaultDoc>>;

export type FaultId = keyof typeof FAULTS;

/** A problem of the file itself, at a known place; message and fix fall back on the table's own words. */
export function fault(id: FaultId, at: Position, said: { message?: string; fix?: string } = {}): Problem {
  const doc: FaultDoc = FAULTS[id];
  return {
    rule: id,
    severity: doc.severity,
    path: [],
    message: said.message ?? `${doc.title}：${doc.why}`,
    fix: said.fix ?? doc.fix,
    article: '文件格式',
    at,
  };
}
