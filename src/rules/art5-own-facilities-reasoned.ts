import { defineRule, labelOf } from './support/define-rule.ts';

const OWN = /(?:新建|自建|建设|新增|改造)([^。；，,\n]{0,10}?)(?:机房|数据中心|私有云|服务器集群)/g;
/** Before it: 不新建机房, 无需自建. Between: 建设内容不含机房, 建设的平台部署在市数据中心. */
const NOT_BUILT =
  /(?:不|无需|无须|未|没有|避免|杜绝|禁止|严禁|不得|取消|停止)(?:再|另|另行|单独|需要?|得|会|予|必)*$/;
const NOT_OWN = /[不无未非]|租|利用|依托|部署|接入|共用|复用|迁入|迁至|托管|政务云/;

/** 第五条 「统一规划、统一建设」: a machine room of one's own needs its reason. */
export const art5OwnFacilitiesReasoned = defineRule({
  id: 'art5-own-facilities-reasoned',
  title: '自建机房、服务器的说明为什么不用政务云',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art5'],
  appliesTo: '须审核论证的新建项目',
  why: '第五条要求集约共享、统一建设。自建机房和服务器是最常见的重复投入。',
  fix: '改用政务云；确有理由的，在利旧情况里写明。',
  needs: ['content'],
  reads: ['reuse'],
  routes: ({ approval }) => approval,
  ok: [
    { says: '部署在政务云', base: '6.2财政', edit: {} },
    {
      says: '写明不新建机房',
      base: '6.2财政',
      edit: {
        建设内容: '建设预警平台，不新建机房，不再单独建设数据中心。',
        利旧情况: ['登录用省统一身份认证'],
      },
    },
    {
      says: '部署在别人的数据中心',
      base: '6.2财政',
      edit: { 建设内容: '建设的平台部署在市大数据局数据中心。', 利旧情况: ['登录用省统一身份认证'] },
    },
  ],
  bad: [
    {
      says: '自建机房，利旧情况里没有说明',
      base: '6.2财政',
      edit: {
        建设内容: '新建中心机房一处，部署独居老人预警系统，供社区使用。',
        利旧情况: ['登录用省统一身份认证'],
      },
    },
  ],
  *check({ content, reuse }) {
    const found = [...content.matchAll(OWN)].find(({ index, 1: between = '' }) => {
      return !NOT_BUILT.test(content.slice(0, index)) && !NOT_OWN.test(between);
    });
    if (!found || reuse?.some((line) => /机房|政务云|服务器|数据中心/.test(line))) return;
    yield {
      path: [labelOf('content')],
      message: `${labelOf('content')}：写着「${found[0]}」，没有说明为什么不用政务云`,
      fix: `在${labelOf('reuse')}里写明理由，例如「- 现场设备须就近处理，机房设在已有弱电间，不新建」。`,
    };
  },
});
