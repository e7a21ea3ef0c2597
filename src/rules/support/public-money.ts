/** Words by which a text says whose money it is. What they say is a question for the office, never a verdict. */

/** Money of a budget, whoever hands it out. */
const PUBLIC =
  /财政|国债|以奖代补|拨款|转移支付|奖补|债券|专项债|公益金|非税|土地出让|国有资本|基金预算|预算内|政府(?:采购|购买|回购|出资|投资|补|付|资金)|(?:[区市省]级?|中央|部门|街道|单位|园区|公共|本级|年度)[^，。；]{0,4}预算|列入预算|预算(?:安排|资金)|上级(?:资金|下达)/;
/** Of a budget, unless a company or a donor is named beside it. */
const PROBABLY = /专项|补助|补贴|经费|预算/;
/** Money that is nobody's budget. */
const PRIVATE =
  /捐|赞助|会费|党费|工会经费|企业|公司|集团|经营|营业|市场化|运营收入|服务收入|租金|房租|贷款|融资|个人|社会资本|社会资金/;
const NOT_PUBLIC =
  /(?:非|不(?:使用|用|含|涉及|属于?|是|占用|动用|申请|需要?|要|列入)|没有(?:使用|申请)?|无需?|未(?:使用|用|申请|安排|列入|涉及))[^，。；、]{0,6}?(?:财政性?|预算|政府|公共)(?:性?(?:资金|拨款|经费|安排|投入|出资|付费|支付))?/g;

/** 财政: it says so. 非财政: it says that it is not. Undefined: it does not say. */
export function moneyOf(note: string): '财政' | '非财政' | undefined {
  const told = note.normalize('NFKC').replace(/,/g, '，');
  const rest = told.replace(NOT_PUBLIC, '');
  if (PUBLIC.test(rest)) return '财政';
  if (rest !== told || PRIVATE.test(rest)) return '非财政';
  return PROBABLY.test(rest) ? '财政' : undefined;
}

const LATER =
  /建成(?:以后|之后|后)|投入使用后|上线后|交付后|运行后|期满后|[以今此往]后|后续|后期|每年|逐年|按年|分\S{0,3}[年期]|长期|运营|运行|运维|维护|服务费|租赁费|租金|续费|购买服务/;
const PAYER =
  /财政|政府|购买服务|(?:部门|街道|单位|年度|区|区级|市级|公共)[^，。]{0,4}预算|街道|\p{Script=Han}{1,8}局|委员会|管委会/u;
const PAYS =
  /支付|付费|付款|承担|负担|保障|列支|列入|纳入|安排|购买|拨付|补贴|补助|出资|解决|结算|回购|偿还|付[^，。]{0,12}(?:费|元)/;
/** The budget pays not, or somebody else does. */
const NOT_PAID =
  /(?:不|无需|无须|没有|未|免)[^，。]{0,8}(?:财政|预算|政府|购买|付费|支付)|(?:财政|预算|政府|街道|局)[^，。]{0,8}(?:不|无需|无须|没有|未)|(?:企业|公司|协会|组织|中心|单位自身|运营方|承建方|牵头方|本机构|自行|自己)[^，。]{0,8}(?:支付|承担|负担|负责|出资|付费|解决)/;

/** The first sentence that says that the budget pays for the time after the building; undefined when none does. */
export function laterFeesIn(text: string): string | undefined {
  return text
    .split(/[。；;！!\n]/)
    .map((sentence) => sentence.trim())
    .find((sentence) => LATER.test(sentence) && sentence.split(/[，,]/).some(isPaidByBudget));
}

function isPaidByBudget(clause: string): boolean {
  return PAYER.test(clause) && PAYS.test(clause) && !NOT_PAID.test(clause);
}
