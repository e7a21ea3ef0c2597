/** What each form asks for (附件1 项目建设实施方案, 附件2 项目建设方案), and what may bear its name. */
const NAMES = { 实施方案: ['实施方案'], 建设方案: ['建设方案', '实施方案', '项目方案'] } as const;
export type Plan = keyof typeof NAMES;

/** Papers that name the plan and are not it: that there is none, who is to write it, what others say of it. */
const ABSENT =
  /暂无|暂缺|没有|尚无|尚未|未[编制提完附]|缺少|免[于予编交]|待[编定补拟]|无(?:需|须)?(?:编制)?[项建实]/;
const ABOUT =
  /(?:说明|请示|批复|答复|通知|函|(?<!征求)意见|纪要|合同|协议|承诺|委托|报价|模板|模版|样本|提纲|大纲|目录|封面|清单|公告|申请|收据|回执|计划)(?:书|稿|件|表)?$/;
/** The usual way to issue a plan: it is the paper's other half. */
const ISSUED = /印发|下发/;

/** 是: the plan. 存疑: only its name stands in the title. 不是: another paper. */
export function isPlan(title: string, plan: Plan): '是' | '存疑' | '不是' {
  const names: readonly string[] = NAMES[plan];
  if (!names.some((name) => title.includes(name))) return '不是';
  const bare = title
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, '')
    .replace(/[《》“”"\s]/g, '')
    .replace(/\.\w+$/, '');
  if (ABSENT.test(bare)) return '存疑';
  // 实施方案及批复 is the plan with its approval; 关于……的说明 is one paper.
  const papers = bare.startsWith('关于') ? [bare] : bare.split(/[及和与、，,+＋]/);
  const sound = papers.some(
    (paper) => names.some((name) => paper.includes(name)) && (ISSUED.test(paper) || !ABOUT.test(paper)),
  );
  return sound ? '是' : '存疑';
}

/** Papers that show what an old or finished system is, where nobody has written a 建设方案. */
const SUBSTITUTES =
  /合同|方案|情况说明|说明|验收|竣工|可行性|可研|设计|需求|招标|采购|投标|中标|任务书|建议书/;

export function isSubstitute(title: string): boolean {
  return SUBSTITUTES.test(title);
}
