import { defineRule, labelOf } from './support/define-rule.ts';

/** 第七条第1项 「在确保系统网络安全的前提下」. */
export const art71ProtectionKnown = defineRule({
  id: 'art7-1-protection-known',
  title: '对外服务或用到人口数据的，写明等保级别',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art7-1'],
  appliesTo: '面向公众、或用到个人信息的项目',
  why: '第七条要求在确保网络安全的前提下对接；不知道等保级别，总平台不能接。',
  fix: '填写等保级别；还没有定的写「未定级」，并在风险分析及控制里说明何时定。',
  needs: ['stage'],
  reads: ['protection', 'dataUsed', 'dataProduced', 'audience', 'content'],
  ok: [
    {
      says: '用到人口数据，写了第二级',
      base: '6.1',
      edit: { 使用数据: ['人口基础信息'], 等保级别: '第二级' },
    },
    { says: '没有用到个人信息', base: '6.1', edit: {} },
    {
      says: '只给内部用',
      base: '6.1',
      edit: { 服务对象: ['社区居民委员会工作人员'], 使用数据: ['道路设施'] },
    },
  ],
  bad: [
    { says: '用到人口数据，没有写', base: '6.1', edit: { 使用数据: ['人口基础信息'] } },
    { says: '用到残疾人的数据', base: '6.1', edit: { 产生数据: ['残疾人服务记录'] } },
    { says: '面向公众，没有写', base: '6.1', edit: { 服务对象: ['社会公众'] } },
    {
      says: '公众用小程序办理',
      base: '6.2财政',
      edit: { 建设内容: '建设办事预约小程序和后台，供窗口使用。' },
    },
  ],
  *check({ protection, dataUsed, dataProduced, audience, content }) {
    if (protection !== undefined) return;
    const personal = [...(dataUsed ?? []), ...(dataProduced ?? [])].find((line) => PERSONAL.test(line));
    const outside = audience?.filter((line) => !INSIDE.test(line));
    const named = outside?.length === 0 ? undefined : OPEN.exec(content ?? '')?.[0];
    const open = outside?.find((line) => PUBLIC.test(line)) ?? named;
    if (personal === undefined && open === undefined) return;
    const label = labelOf('protection');
    yield {
      path: [label],
      message: `${label}：${personal === undefined ? `对外服务（${open}）` : `用到「${personal}」`}，没有写网络安全等级保护的级别`,
      fix: `填写，例如「${label}: 第二级」；还没有定的写「未定级」。`,
    };
  },
});

/** Words for data on persons. */
const PERSONAL =
  /人口|居民|村民|市民|群众|个人|身份|户籍|住户|业主|租户|租客|户主|家庭|老人|老年人|儿童|未成年|妇女|孕产|残疾|低保|低收入|特困|困难群体|救助对象|优抚|退役军人|学生|学籍|教师|患者|病人|就诊|病历|健康档案|婚姻|社保|医保|参保|就业|求职|从业人员|职工|员工|会员|志愿者|信访人|当事人|涉案|人脸|指纹|声纹|车主|车牌|轨迹|手机号|电话号码|住址|流动人员/;
/** Those who come from outside. Old people and children are served through staff: their data decide. */
const PUBLIC =
  /公众|市民|群众|居民|村民|百姓|网民|游客|访客|乘客|消费者|顾客|用户|企业|商户|个体|经营者|法人|办事人|申请人|社会(?:组织|各界|人士)|家长|学生|患者|残疾|低保|住户|业主|租户|求职|车主|驾驶人|全社会/;
const INSIDE =
  /工作人员|干部|科室|部门|委员会|居委会|村委会|办公室|管理员|网格员|民警|执法|值班|服务中心|[局科]$/;
/** Ways in from outside that the text names. */
const OPEN =
  /面向(?:社会)?(?:公众|群众|市民|居民|企业)|对外(?:提供)?服务|微信公众号|小程序|(?:门户|政府|公众)网站|互联网(?:访问|开放|端)|手机\s?(?:APP|客户端)/i;
