import { type ClauseId, clauseTitle, OWN_BASIS, REGULATION } from '../regulation/index.ts';
import { SUPERIOR_ASKS, SUPERIOR_DOCUMENTS, type SuperiorId } from '../regulation/superior.ts';
import type { Path, Position, Problem, Severity } from '../text/finding.ts';

/** What a rule is about; 办法 are the rules of the regulation, which have files of their own. */
export type RuleKind = '办法' | '栏目' | '隐私' | '记录' | '文件' | '安全' | '改动' | '上级';

/** What is said of a rule, whatever kind of rule it is: in findings, on its page and in every list. */
export interface RuleText {
  readonly id: string;
  readonly kind: RuleKind;
  readonly title: string;
  readonly severity: Severity;
  /** Clauses it serves; none where the registry asks for it and no clause does. */
  readonly clauses: readonly ClauseId[];
  /** What it rests on, as people cite it. */
  readonly article: string;
  /** To whom it applies, in words. */
  readonly appliesTo: string;
  readonly why: string;
  readonly fix: string;
  /** The day from which it holds, YYYY-MM-DD: what was filed before it is never blocked by it. */
  readonly since: string;
  /** For rules on the file itself: a piece of a file that shows the fault. Executed by the tests, printed on the page. */
  readonly badText?: string;
}

/** A rule as written below: 必改 unless it says otherwise, and what it does not say is that of its kind. */
type Written = Pick<RuleText, 'title' | 'why' | 'fix' | 'badText'> &
  Partial<Pick<RuleText, 'severity' | 'clauses' | 'appliesTo'>>;

const ANNEXES = { clauses: ['annex1', 'annex2'], article: '附件1、附件2' } as const;
const NO_CLAUSE = { clauses: [], article: '文件格式' } as const;

/** What holds for a whole kind. */
const KINDS = {
  栏目: { ...ANNEXES, appliesTo: '全部项目文件' },
  // The forms demand the telephone; that it is not published is the registry's own rule (个人信息保护法).
  隐私: { clauses: [], article: OWN_BASIS, appliesTo: '全部项目文件、参考项目文件、办理记录和设置' },
  记录: { ...NO_CLAUSE, appliesTo: '办公室的办理记录' },
  文件: { ...NO_CLAUSE, appliesTo: '全部项目文件和参考项目文件' },
  安全: { clauses: [], article: '文件安全', appliesTo: '登记库里的全部文件' },
  改动: { clauses: [], article: '登记库的权限', appliesTo: '每一次提交的改动' },
} as const satisfies Record<
  Exclude<RuleKind, '办法' | '上级'>,
  Pick<RuleText, 'clauses' | 'article' | 'appliesTo'>
>;

/** Nobody can look these up: they stand in their own column and not behind the message. */
const NOT_CITED: readonly string[] = [KINDS.文件.article, KINDS.安全.article];

/** The words by which clauses are cited together. */
export function articleOf(clauses: readonly ClauseId[]): string {
  return clauses.map((id) => clauseTitle(id)).join('、');
}

/** Rules of a kind that hold from a day on. A later rule stands in a group of its own, with its own day. */
function from<const Id extends string>(
  since: string,
  kind: keyof typeof KINDS,
  rules: Readonly<Record<Id, Written>>,
): Readonly<Record<Id, RuleText>> {
  const all = Object.entries<Written>(rules).map(([id, rule]) => {
    const own = rule.clauses && { article: articleOf(rule.clauses) };
    return [id, { severity: 'error', ...KINDS[kind], ...rule, ...own, id, kind, since }];
  });
  return Object.fromEntries(all);
}

/** The day of the regulation: for what has been asked from the beginning. */
const ALWAYS = REGULATION.date;
const HEAD = '---\n表式: 备案表\n项目名称: 某平台\n---\n';

/** Every rule that has no file of its own, in the order of the pages. Those of the regulation are in `RULES`. */
export const CATALOGUE = {
  // The dictionary's own rules: every field entry is one.
  ...from(ALWAYS, '栏目', {
    'field-missing': {
      title: '必填的栏目都要填',
      why: '表上必填的栏目空着，办公室无法受理。',
      fix: '按栏目的说明和示例补填。',
    },
    'field-invalid': {
      title: '栏目内容按规定的写法写',
      why: '写法不合，金额无法合计，日期无法比较，别人也会看错。',
      fix: '按提示改写；多数情况下提示里有改好的样子。',
    },
    'field-unknown': {
      title: '只写表上有的栏目',
      why: '表上没有这一栏，写了也没有人看得到。',
      fix: '改成表上的栏目名；确要说明的内容写进正文。',
    },
    'field-expected': {
      severity: 'judgement',
      title: '应填的栏目最好填上',
      why: '办公室审核、查重和评价要用这些内容，空着多半会要求补正。',
      fix: '按栏目的说明和示例补填；确实没有的，向办公室说明。',
    },
    'field-other-form': {
      severity: 'warning',
      title: '不属于本表的栏目不写',
      why: '这一栏属于另一种表，打印的表上没有它的位置。',
      fix: '核对表式是否选对；选对了就删去这一栏。',
    },
  }),
  ...from(ALWAYS, '隐私', {
    'no-personal-data': {
      title: '文件里不写手机号、身份证号、邮箱和微信号',
      why: '提交的文件人人可看，而且改了以后旧内容仍查得到。按个人信息保护法，姓名、电话、邮箱只写在纸质表上，或封存给办公室。',
      fix: '删去号码；联系方式写「随纸质表报送」。不是号码的，在前面写明是什么，例如「合同编号：」。要公开的只有单位的办公座机，由办公室写进单位名录。',
      badText: `项目概况里写了联系电话：139${'0'.repeat(8)}`,
    },
    'sealed-open': {
      title: '正式登记库里不用演示公钥封存',
      why: '演示公钥的私钥是公开的，用它封存的联系方式和附件人人打得开，看起来却像封好了。',
      fix: '用 seal 命令按办公室现在的公钥重新封存。',
    },
    'no-names': {
      severity: 'judgement',
      title: '文件里写处室和岗位，不写人名',
      why: '负责人、联系人的姓名是个人信息，表上要的姓名写在纸质表上，或封存给办公室；程序认人名会认错，由办公室判断。',
      fix: '改写成处室或岗位，例如「项目负责人：信息科」「经办: 办公室综合组」；不是人名的，不用改。',
      badText: '项目概况里写了项目负责人：张某华',
    },
    'no-sensitive-content': {
      title: '文件里不写 IP 地址、账号口令、密钥和点位坐标',
      why: '这些内容公开以后，系统和设施会被人利用；属于工作秘密的也不得公开。',
      fix: '删去这一处，改写成概数，例如「部署在政务云」「安装终端 1200 套」；是版本号的，前面写「版本」。确需提供的，写在送达办公室的方案里；已经写出去的口令和密钥要更换。',
      badText: '建设内容里写了管理地址：10.20.30.40',
    },
    'secret-marking': {
      title: '涉密的项目和内容不在这里登记',
      why: '登记库公开，涉密内容一旦提交就泄露了；文字里写着涉密或密级，也与「不涉密承诺」不符。',
      fix: '项目涉密的，不要提交，向办公室另行报送；不是说本项目的，改写清楚，例如「本项目不涉密」。',
      badText: '项目概况里写了：本项目定密为秘密级',
    },
  }),
  // The office's 办理记录 as a log; what the regulation demands of the steps has rules of its own.
  ...from(ALWAYS, '记录', {
    'record-event-valid': {
      title: '办理记录逐件写日期、事项和经办',
      why: '状态、登记号和各种提醒都由办理记录推算；少一栏或写错一栏，推算出来的就不对。',
      fix: '照提示改；用「record」命令追加的不会写错。',
    },
    'record-has-project': {
      title: '办理记录要有对应的项目',
      why: '没有项目的记录不知道办的是谁的事，也不会显示在任何页面上。',
      fix: '文件名与项目文件相同：projects/单位代码/项目.md 的记录放在 records/单位代码/项目.yaml。',
    },
    'record-dates-in-order': {
      title: '办理记录按记下的先后写',
      why: '记录只往后加，记下的日期倒着写，就看不出先后，也可能是改动了旧记录。',
      fix: '核对日期；补记以前的事，「日期」写实际办成那天，「记于」写补记那天。',
    },
    'record-not-in-future': {
      title: '办理记录的日期不晚于今天',
      why: '还没有发生的事不能记；推算状态时也不会算它。',
      fix: '改成办成那天的日期；还没有办的，删去这一条。',
    },
    'record-event-on-route': {
      title: '只记该路径上有的事项',
      clauses: ['art6'],
      why: '备案和资料报送不设审批；不使用财政资金的项目没有立项和资金下达。',
      fix: '核对项目的路径；确实办了的，先由申报单位改正牵头主体、建设阶段或资金来源。',
    },
    'record-transition': {
      title: '办理事项按先后办',
      clauses: ['art6'],
      why: '受理、补正、审核、论证各有先后；前一步没有办，后一步不能算数。',
      fix: '先补记前一步；确实没有办的，先办。',
    },
    'record-number-unique': {
      title: '一个登记号只给一个项目',
      why: '登记号是人们引用项目的凭据，两个项目同号就分不清。',
      fix: '给后受理的项目换一个没有用过的登记号。',
    },
    'record-merge-target': {
      title: '并入、查重认定的对象是库里的另一个项目',
      clauses: ['art5'],
      why: '对象写错了，就不知道并到了哪里，或者与谁比较过。',
      fix: '从对方的项目页复制编号，写成「单位代码/文件名」。',
    },
    'record-figures-agree': {
      title: '办理记录里的数字要前后一致',
      why: '同意的人比到场的多、评价还没有过完的年度、同一年度评价两次，都是笔误。',
      fix: '核对人数和年度。',
    },
    'record-received-after-filed': {
      severity: 'judgement',
      title: '受理日期不早于填报日期',
      clauses: ['art6'],
      why: '表还没有填就受理，多半是日期写错了。',
      fix: '核对两个日期；受理日期写错的，记一件「更正」。',
    },
    'record-correction-fits': {
      title: '更正写明改哪一件、哪一栏、原来写的什么',
      why: '更正对不上它要改的那一件，就不知道改了什么，也不会计入。',
      fix: '数清是第几件，「原」照原来写的抄，「改为」照那一栏的写法。',
    },
  }),
  ...from(ALWAYS, '文件', {
    'file-place': {
      title: '文件放在规定的文件夹',
      appliesTo: '登记库里的全部文件',
      why: '放错地方的文件没有人读得到，也不会出现在目录里。',
      fix: '项目文件放在 projects/单位代码/项目.md，参考项目放在 references/项目.md。',
    },
    'demo-mark': {
      title: '演示标记只写在演示单位的项目上',
      appliesTo: '全部项目文件',
      why: '标成演示的项目不计入统计，正式启用时连同文件一起删去；真实单位的项目不能这样消失。',
      fix: '删去「演示」这一行；确是演示项目的，放到演示单位的文件夹里。',
    },
    'settings-valid': {
      title: '办公室设置和单位名录写法正确',
      appliesTo: 'office.yaml、units.yaml',
      why: '单位名录决定谁能申报；写错一处，那个单位的项目都会报错。',
      fix: '照文件开头的说明改。',
    },
    'numbers-valid': {
      title: '登记号索引一条一号，不重不漏',
      appliesTo: 'numbers.yaml',
      why: '登记号由程序照索引往下给；索引读不出来，或者一个号给了两个项目，号就乱了。',
      fix: '恢复原来的索引；索引由程序写，不用手改。',
    },
    'harvests-valid': {
      title: '收录的登记库写法正确',
      appliesTo: 'harvests.yaml',
      why: '收录的项目从哪里来、什么时候取的，都写在这里；读不出来，就说不清出处。',
      fix: '恢复原来的文件，或者删去这一条，再执行 harvest。',
    },
    'lexicon-valid': {
      title: '概念词表完整可读，查重才做得成',
      appliesTo: 'lexicon.yaml',
      why: '词表缺了或写错，查重就做不成；做不成要说出来，不能当作没有重复。',
      fix: '照文件开头的说明改；文件丢了的，从版本库恢复。',
    },
    'settings-demo-key': {
      title: '正式登记库不用演示公钥',
      appliesTo: 'office.yaml',
      why: '演示公钥的私钥人人可见，用它封存的联系方式和附件人人打得开。',
      fix: '执行 npm run -s registry -- keygen，把办公室自己的公钥写进「封存公钥」。',
    },
    'parse-encoding': {
      title: '文件要用 UTF-8 编码保存',
      why: '用 GBK 等编码保存的文件，别人打开会是乱码。',
      fix: '在编辑器里选「另存为」，编码选 UTF-8，再提交一次。',
      badText: '（用 GBK 编码保存的文件）',
    },
    'parse-bom': {
      severity: 'warning',
      title: '文件开头不带 BOM',
      why: '记事本有时会在文件最前面加一个看不见的标记（BOM），不影响读取，但应去掉。',
      fix: '另存为时编码选「UTF-8」，不选「带有 BOM 的 UTF-8」。',
      badText: `\uFEFF${HEAD}`,
    },
    'parse-line-ends': {
      severity: 'warning',
      title: '换行用 LF',
      why: 'Windows 换行（CRLF）不影响读取，但会使修改记录里每一行都显得改过。',
      fix: '编辑器右下角把 CRLF 改为 LF 后保存。',
      badText: HEAD.replaceAll('\n', '\r\n'),
    },
    'parse-too-large': {
      title: '一份项目文件不超过 256 KB',
      why: '项目文件只写表格和说明，方案等材料另行送达。',
      fix: '删去粘贴进来的图片或整份方案，只保留简要说明。',
      badText: `${HEAD}${'大'.repeat(90_000)}`,
    },
    'parse-no-head': {
      title: '文件以一行「---」开头',
      why: '表格内容写在两行「---」之间，缺了开头就读不到。',
      fix: '在第一行写三个半角减号「---」，表格内容从第二行开始。',
      badText: '表式: 备案表\n项目名称: 某平台\n---\n',
    },
    'parse-unclosed-head': {
      title: '表格内容以一行「---」结束',
      why: '缺了结束的「---」，分不清表格和正文。',
      fix: '在表格最后一行与「## 项目概况」之间加一行「---」。',
      badText: '---\n表式: 备案表\n项目名称: 某平台\n\n## 项目概况\n\n说明\n',
    },
    'parse-second-form': {
      title: '一份文件只报一个项目',
      why: '两张表写在一份文件里，第二张会当成第一张的正文，没有登记，也没有查重。',
      fix: '把第二张表剪下来，在同一个文件夹里另存一份文件，文件名另起；不是另一个项目的，删去重复的表格。',
      badText:
        '---\n表式: 备案表\n项目名称: 某平台\n---\n\n## 项目概况\n\n说明\n\n---\n表式: 备案表\n项目名称: 另一平台\n---\n',
    },
    'parse-fullwidth-colon': {
      title: '栏目名后面用半角冒号加空格',
      why: '全角冒号「：」或缺了空格，整行都读不出来。',
      fix: '把「：」改成半角冒号「: 」，后面空一格。',
      badText: '---\n表式: 备案表\n项目名称：某平台\n---\n',
    },
    'parse-tab': {
      title: '缩进用空格',
      why: '用制表符（Tab）缩进的行读不出来。',
      fix: '把行首的制表符换成两个空格。',
      badText: '---\n表式: 备案表\n牵头主体:\n\t类型: 街道办事处\n---\n',
    },
    'parse-duplicate-key': {
      title: '一个栏目只写一次',
      why: '同一栏写了两次，不知道以哪次为准。',
      fix: '保留一处，删去另一处。',
      badText: '---\n表式: 备案表\n项目名称: 甲\n项目名称: 乙\n---\n',
    },
    'parse-anchor': {
      title: '不用锚点、引用和标签',
      why: '「&」「*」「!」开头的写法会让内容取自别处，看文件的人看不出真实内容。',
      fix: '直接写出内容；内容本身以这些符号开头的，用引号括起来。',
      badText: '---\n表式: 备案表\n项目名称: &甲 某平台\n其他类说明: *甲\n---\n',
    },
    'parse-comment': {
      severity: 'warning',
      title: '内容里的「 #」会截断后面的字',
      why: '空格加 # 之后的字会被当作注释丢掉。',
      fix: '内容里确有 # 的，用引号把整段括起来；是注释的，单独写一行。',
      badText: '---\n表式: 备案表\n项目名称: 某平台 #2 期\n---\n',
    },
    'parse-duplicate-section': {
      title: '正文一个标题只出现一次',
      why: '同一标题写了两段，不知道以哪段为准。',
      fix: '把两段合成一段，或改掉其中一个标题。',
      badText: `${HEAD}\n## 建设内容\n\n甲\n\n## 建设内容\n\n乙\n`,
    },
    'parse-syntax': {
      title: '每行写成「栏目: 内容」',
      why: '这一行不合写法，读不出来。',
      fix: '每行一个栏目，写成「栏目: 内容」；下级内容缩进两个空格；内容里有特殊符号的用引号括起来。',
      badText: '---\n表式: 备案表\n项目名称: "某平台\n---\n',
    },
  }),
  // What a file from a stranger may carry besides words. Most of it comes from copying out of chat programs and office
  // documents, so each has a repair that a clerk can follow.
  ...from(ALWAYS, '安全', {
    'hostile-link': {
      title: '只收普通文件，不收符号链接',
      why: '链接会指向登记库以外的文件，看到的内容和提交的内容不是一回事。',
      fix: '删去这个链接，把文件本身放进来。',
    },
    'hostile-submodule': {
      title: '不收子模块',
      why: '子模块指向另一个版本库，那里的内容随时会变，也没有人核对。',
      fix: '删去这个子模块（git rm 加路径），只提交项目文件本身。',
    },
    'hostile-executable': {
      title: '文件不带可执行权限',
      why: '登记库里只有文字材料，没有要运行的程序。',
      fix: '去掉可执行权限后再提交：git update-index --chmod=-x 加文件路径。',
    },
    'hostile-extension': {
      title: '只收 .md、.yaml 和密封的 .age 文件',
      why: '.mdx、.html 等文件会被当作程序运行，Word、PDF 等材料不公开存放。',
      fix: '项目写成 .md 文件；方案等材料密封成 .age 文件，或送纸质件给办公室。',
    },
    'hostile-size': {
      title: '文件和表格不过大',
      why: '过大的文件拖慢全库的核对；登记库只存表格和说明。',
      fix: '删去粘贴进来的整份材料，表格部分控制在 2000 行、6 万字以内；大的方案分册密封或送纸质件。',
    },
    'hostile-path': {
      title: '路径不跳出登记库',
      why: '带「..」、反斜杠、冒号或以「/」开头的路径，在别的电脑上会写到登记库外面。',
      fix: '放到 projects/单位代码/项目.md，路径里只用「/」分隔。',
    },
    'hostile-name': {
      title: '文件名用小写字母、数字和连字符',
      why: '中文、大写、空格或系统保留的名字，换一台电脑就可能打不开，网址里也是乱码。',
      fix: '改成项目名称的拼音加几个字母数字，例如 zhi-hui-yang-lao-k7q2.md。',
    },
    'hostile-collision': {
      title: '两个文件名不能只差大小写或全半角',
      why: '在 Windows 和苹果电脑上，这两个文件会互相覆盖。',
      fix: '把其中一个改成明显不同的名字。',
    },
    'hostile-encoding': {
      title: '文字没有损坏',
      why: '文件里有读不出来的字节，多半是保存或传送时损坏了。',
      fix: '从原来的文档重新复制这一段，按 UTF-8 编码保存。',
    },
    'hostile-control': {
      title: '文字里没有控制字符',
      why: '控制字符看不见，却会改变终端和网页显示的内容。',
      fix: '把光标放到所说的位置，删去这个字符（多半在两个字中间），重新打一遍前后的字。',
    },
    'hostile-bidi': {
      title: '文字里没有改变书写方向的字符',
      why: '这种字符会让看到的次序和实际的次序不同，金额和名称都可能被看错。',
      fix: '删去这个字符；整行重新打一遍最稳妥。',
    },
    'hostile-invisible': {
      title: '文字里没有看不见的字符',
      why: '看不见的字符会使两个看起来一样的名称实际不同，查重和检索都会漏掉。表情符号里也有这种字符。',
      fix: '先粘贴到记事本再复制，或删去前后几个字重新打；表情符号改用文字。',
    },
    'hostile-escape': {
      title: '不用转义写法写看不见的字符',
      why: '「\\u200b」「&#8203;」一类写法显示出来就是看不见的字符或控制字符。',
      fix: '删去这段转义写法，直接写文字。',
    },
    'hostile-key': {
      title: '栏目名不用程序的保留名',
      why: '「__proto__」「constructor」「prototype」不是表上的栏目，会干扰读取程序。',
      fix: '删去这一行；要说明的内容写进正文。',
    },
    'hostile-nesting': {
      title: '表格内容的层次不过深',
      why: '表格最多三四层；几十层的括号或缩进只会拖垮读取程序。',
      fix: '删去多余的括号、连字符或缩进，照模板的写法填。',
    },
    'hostile-script': {
      title: '正文里没有程序',
      why: '脚本、内嵌网页、带属性的网页代码和「javascript:」「data:」链接，打开页面就会运行；网站一律不显示。',
      fix: '删去这段代码，只写文字；链接写以 https:// 开头的完整网址。',
    },
    'hostile-image': {
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
  }),
  // What may be wrong with a change as a change, apart from what the files say.
  ...from(ALWAYS, '改动', {
    'change-foreign-unit': {
      title: '只改本单位的项目文件',
      why: '每个文件夹由一个单位负责；谁能改，看原来的单位名录，不看这次提交里怎么写。',
      fix: '撤回对别的单位文件的改动；账号还没有登记在本单位名下的，由办公室先在单位名录里登记。',
    },
    'change-few-at-once': {
      title: '一次送的申报不太多',
      why: '每一份都要和登记库里的、和同一次送来的逐份查重；几千份一起送，没有人看得过来，查重也做不完。',
      fix: '分几次送；整批的旧项目，把台账交给办公室导入。',
    },
    'change-office-only': {
      title: '办公室的文件由办公室改',
      why: '单位名录、办公室设置、办理记录和参考项目由办公室维护，别人改了就能给自己授权。',
      fix: '撤回对这个文件的改动；内容需要更正的，向办公室提出。',
    },
    'change-outside-registry': {
      title: '填报只改登记库里的文件',
      why: '程序和自动流程的改动要另外送审，不与填报放在一起。',
      fix: '撤回对登记库以外文件的改动，另外提交。',
    },
    'change-entry-removed': {
      title: '登记过的项目不删除、不改名',
      why: '删除或改名以后，办理记录和别的项目的引用就断了；停用、并入由办公室记录。',
      fix: '恢复原来的文件；项目不再使用的，由办公室记「停用」或「并入」；换了负责单位的，由办公室连同办理记录一起移过去，再记「移交」。',
    },
    'change-records-appended': {
      title: '办理记录只增不改',
      why: '办理记录是日后核对的依据，写过的事项不能改、不能删、不能调换次序。',
      fix: '恢复原有的事项；写错的，在最后记一件「更正」。',
    },
    'change-keeps-office': {
      title: '审核账号不能一个也不留',
      why: '谁是办公室，看登记库里现在的审核账号；一个也没有，以后就没有人能受理，也没有人能再改回来。',
      fix: '在「审核账号」里至少留一个办公室的账号编号；换人的，先加上新的，再去掉旧的。',
    },
    'change-sealed-named': {
      clauses: ['annex1', 'annex2'],
      title: '密封附件写在项目文件的「附件」里',
      why: '办公室照「附件」一栏打开密封附件；没有写的，交来也没有人看，封存以后连是什么都看不出。',
      fix: '用 seal --attachment 命令封存，「附件」一栏由它写好，和附件一起提交；多出来的，删去这个文件。',
    },
    'change-merges': {
      title: '改动与登记库现在的内容合得到一起',
      why: '改的时候，别人已经把同一处改了并入登记库；硬要并入，会有一方写的丢掉。',
      fix: '打开登记库里现在的这份文件，把要改的地方在它上面再改一遍，另外提交；用 Git 的，先把主分支并到自己的分支，改好有冲突的地方再推送。',
    },
    'change-progress-appended': {
      clauses: ['art8-5'],
      title: '建设进展只增不改',
      why: '进展用来对照计划和资金，改了前面的，就看不出实际经过。',
      fix: '恢复原有的各条，把新的进展写在最后；前面写错的，在新的一条里说明更正。',
    },
    'change-amendments-appended': {
      clauses: ['art8-1'],
      title: '变更说明只增不改',
      why: '变更说明写的是当时改了什么、为什么；改了前面的，就看不出实际经过。',
      fix: '恢复原有的各条，把新的变更写在最后。',
    },
    'change-after-receipt': {
      severity: 'judgement',
      clauses: ['art6'],
      title: '受理以后改申报内容，由办公室判断',
      why: '受理的是当时的内容。改了名称、投资、功能要说明；改了牵头主体、阶段或资金，路径就变了，不能悄悄离开审核。',
      fix: '改得对的，追加一条变更说明，由办公室记一件「变更」；改错的，改回去。在那以前按受理时的内容办。',
    },
    'change-needs-reason': {
      clauses: ['art8-1'],
      title: '审核论证通过以后改重要内容，写明理由',
      why: '专家论证的是当时的投资、内容和期限；改了而不说明，论证就落空了。',
      fix: '在变更说明里追加一条：日期、改了什么、为什么改。',
    },
    'change-reopens-review': {
      severity: 'judgement',
      clauses: ['art6-2', 'art6-4'],
      title: '变更较大的，由办公室决定要不要重新论证',
      why: '管理办法没有写变更多少要重新论证，由办公室约定；没有约定的，逐件判断。',
      fix: '等办公室答复；要重新论证的，办公室会记一件「变更」。',
    },
  }),
  ...superiorTexts(),
};

function superiorTexts(): Readonly<Record<SuperiorId, RuleText>> {
  return Object.fromEntries(SUPERIOR_ASKS.map((ask) => [ask.id, fromAbove(ask)])) as Record<
    SuperiorId,
    RuleText
  >;
}

/** A rule of a higher body: cited by its own 文号, and none of the district's. */
function fromAbove({
  id,
  number,
  weight,
  title,
  appliesTo,
  why,
  fix,
}: (typeof SUPERIOR_ASKS)[number]): RuleText {
  const { body, title: document, date } = SUPERIOR_DOCUMENTS[number];
  return {
    ...{ id, kind: '上级', title, severity: weight, clauses: [], article: number, fix, since: date },
    appliesTo: `${appliesTo}；办公室在「上级规定」里写了这个文号才核对`,
    why: `${body}《${document}》（${number}）：${why}是否适用于本区，待办公室确认。`,
  };
}

export type RuleId = keyof typeof CATALOGUE;

/** What a problem says beyond its rule. */
interface More {
  readonly fix?: string | undefined;
  /** A closer clause than the rule's own. */
  readonly clause?: ClauseId | undefined;
  /** The same in words, where it may be no clause but the registry's own rule. */
  readonly article?: string;
  /** A milder or stricter weight than the rule's own. */
  readonly severity?: Severity | undefined;
  /** A later day than the rule's own: that of the field. */
  readonly since?: string | undefined;
  readonly at?: Position | undefined;
}

/** A problem of any rule: weight, repair and day are the rule's where nothing else is said; its clause is cited. */
export function problemOf(rule: RuleText, path: Path, said: string, more: More = {}): Problem {
  const { clause, at, severity = rule.severity, fix = rule.fix } = more;
  const { article = clause ? clauseTitle(clause) : rule.article } = more;
  const message = NOT_CITED.includes(article) ? said.replace(/(?<![。）])$/, '。') : `${said}（${article}）`;
  const day = more.since ?? rule.since;
  const since = day > ALWAYS ? day : undefined;
  return { rule: rule.id, severity, path, message, fix, article, since, at };
}

/** A problem of a rule of the catalogue. */
export function problem(id: RuleId, path: Path, said: string, more: More = {}): Problem {
  return problemOf(CATALOGUE[id], path, said, more);
}

/** The same for what stands at a known place of a text; without words of its own it says what the rule says. */
export function problemAt(id: RuleId, at: Position, said?: string, fix?: string): Problem {
  const { title, why } = CATALOGUE[id];
  return problem(id, [], said ?? `${title}：${why}`, { at, fix });
}
