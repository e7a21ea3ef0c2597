import type { Position, Problem, Severity } from '../finding.ts';

/** What is refused about a file before anybody reads it, or reported about its body. */
export interface HostileDoc {
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
}

/**
 * Everything that a file from a stranger may carry besides words. Most of it comes from copying out of chat
 * programs and office documents, so each has a repair that a clerk can follow.
 */
export const HOSTILE = {
  'hostile-link': {
    severity: 'error',
    title: '只收普通文件，不收符号链接',
    why: '链接会指向登记库以外的文件，看到的内容和提交的内容不是一回事。',
    fix: '删去这个链接，把文件本身放进来。',
  },
  'hostile-submodule': {
    severity: 'error',
    title: '不收子模块',
    why: '子模块指向另一个版本库，那里的内容随时会变，也没有人核对。',
    fix: '删去这个子模块（git rm 加路径），只提交项目文件本身。',
  },
  'hostile-executable': {
    severity: 'error',
    title: '文件不带可执行权限',
    why: '登记库里只有文字材料，没有要运行的程序。',
    fix: '去掉可执行权限后再提交：git update-index --chmod=-x 加文件路径。',
  },
  'hostile-extension': {
    severity: 'error',
    title: '只收 .md、.yaml 和密封的 .age 文件',
    why: '.mdx、.html 等文件会被当作程序运行，Word、PDF 等材料不公开存放。',
    fix: '项目写成 .md 文件；方案等材料密封成 .age 文件，或送纸质件给办公室。',
  },
  'hostile-size': {
    severity: 'error',
    title: '文件和表格不过大',
    why: '过大的文件拖慢全库的核对；登记库只存表格和说明。',
    fix: '删去粘贴进来的整份材料，表格部分控制在 2000 行、6 万字以内；大的方案分册密封或送纸质件。',
  },
  'hostile-path': {
    severity: 'error',
    title: '路径不跳出登记库',
    why: '带「..」、反斜杠、冒号或以「/」开头的路径，在别的电脑上会写到登记库外面。',
    fix: '放到 projects/单位代码/项目.md，路径里只用「/」分隔。',
  },
  'hostile-name': {
    severity: 'error',
    title: '文件名用小写字母、数字和连字符',
    why: '中文、大写、空格或系统保留的名字，换一台电脑就可能打不开，网址里也是乱码。',
    fix: '改成项目名称的拼音加几个字母数字，例如 zhi-hui-yang-lao-k7q2.md。',
  },
  'hostile-collision': {
    severity: 'error',
    title: '两个文件名不能只差大小写或全半角',
    why: '在 Windows 和苹果电脑上，这两个文件会互相覆盖。',
    fix: '把其中一个改成明显不同的名字。',
  },
  'hostile-encoding': {
    severity: 'error',
    title: '文字没有损坏',
    why: '文件里有读不出来的字节，多半是保存或传送时损坏了。',
    fix: '从原来的文档重新复制这一段，按 UTF-8 编码保存。',
  },
  'hostile-control': {
    severity: 'error',
    title: '文字里没有控制字符',
    why: '控制字符看不见，却会改变终端和网页显示的内容。',
    fix: '把光标放到所说的位置，删去这个字符（多半在两个字中间），重新打一遍前后的字。',
  },
  'hostile-bidi': {
    severity: 'error',
    title: '文字里没有改变书写方向的字符',
    why: '这种字符会让看到的次序和实际的次序不同，金额和名称都可能被看错。',
    fix: '删去这个字符；整行重新打一遍最稳妥。',
  },
  'hostile-invisible': {
    severity: 'error',
    title: '文字里没有看不见的字符',
    why: '看不见的字符会使两个看起来一样的名称实际不同，查重和检索都会漏掉。表情符号里也有这种字符。',
    fix: '先粘贴到记事本再复制，或删去前后几个字重新打；表情符号改用文字。',
  },
  'hostile-escape': {
    severity: 'error',
    title: '不用转义写法写看不见的字符',
    why: '「\\u200b」「&#8203;」一类写法显示出来就是看不见的字符或控制字符。',
    fix: '删去这段转义写法，直接写文字。',
  },
  'hostile-key': {
    severity: 'error',
    title: '栏目名不用程序的保留名',
    why: '「__proto__」「constructor」「prototype」不是表上的栏目，会干扰读取程序。',
    fix: '删去这一行；要说明的内容写进正文。',
  },
  'hostile-nesting': {
    severity: 'error',
    title: '表格内容的层次不过深',
    why: '表格最多三四层；几十层的括号或缩进只会拖垮读取程序。',
    fix: '删去多余的括号、连字符或缩进，照模板的写法填。',
  },
  'hostile-script': {
    severity: 'error',
    title: '正文里没有程序',
    why: '脚本、内嵌网页、带属性的网页代码和「javascript:」「data:」链接，打开页面就会运行；网站一律不显示。',
    fix: '删去这段代码，只写文字；链接写以 https:// 开头的完整网址。',
  },
  'hostile-image': {
    severity: 'error',
    title: '正文里没有外部图片',
    why: '外部图片会被换掉，也会把每个看页面的人报给图片所在的网站。',
    fix: '删去图片，用文字说明；图纸放进方案，随方案送达。',
  },
  'hostile-html': {
    severity: 'warning',
    title: '正文用文字，不用网页代码',
    why: '网站不显示 <br> 一类网页代码。',
    fix: '删去尖括号里的代码；换行空一行，列表用「- 」开头。',
  },
} as const satisfies Readonly<Record<string, HostileDoc>>;

export type HostileId = keyof typeof HOSTILE;

/** What such findings cite: no clause asks for it, the registry does. */
export const HOSTILE_ARTICLE = '文件安全';

/** A problem of a file that is refused or reported for safety; the fix falls back on the table's own words. */
export function hostile(id: HostileId, at: Position, message: string, fix?: string): Problem {
  const doc: HostileDoc = HOSTILE[id];
  return {
    rule: id,
    severity: doc.severity,
    path: [],
    message,
    fix: fix ?? doc.fix,
    article: HOSTILE_ARTICLE,
    at,
  };
}
