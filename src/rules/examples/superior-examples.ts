import type { SuperiorId } from '../../regulation/superior.ts';
import type { Example } from '../support/define-rule.ts';

const ON = { 上级规定: '国办函〔2026〕12号' } as const;
const APP = {
  建设内容: '在区政务云建设看护平台，开发居民端小程序，接入 1200 户的门磁和手环数据，自动派发处置工单。',
} as const;
const BUREAU = { 牵头主体: { 类型: '区直单位', 名称: '示例民政局' } } as const;

/** Executed examples of the rules of higher bodies: each is silent until the office has named the document. */
export const SUPERIOR_EXAMPLES: Readonly<
  Record<SuperiorId, { readonly ok: readonly Example[]; readonly bad: readonly Example[] }>
> = {
  'superior-app-below-county': {
    ok: [
      { says: '办公室没有写这个上级规定', base: '6.2财政', edit: APP },
      {
        says: '用已有的小程序，不自己开发',
        base: '6.2财政',
        edit: {
          建设内容: '在区政务云建设看护平台，接入市级小程序，不开发APP，自动派发处置工单，处置时限可查。',
        },
        settings: ON,
      },
    ],
    bad: [
      { says: '街道新建项目要开发小程序', base: '6.2财政', edit: APP, settings: ON },
      {
        says: '功能清单里有一个 APP',
        base: '6.2财政',
        edit: { 功能清单: [{ 名称: '家属端App', 说明: '看护记录和预警推送' }] },
        settings: ON,
      },
    ],
  },
  'superior-app-duplicate': {
    ok: [{ says: '街道的项目由另一条问', base: '6.2财政', edit: APP, settings: ON }],
    bad: [
      {
        says: '区直单位要开发小程序，没有说明重复',
        base: '6.2财政',
        edit: { ...BUREAU, ...APP },
        settings: ON,
      },
    ],
  },
  'superior-app-registered': {
    ok: [
      {
        says: '写明了上线以前备案',
        base: '6.2财政',
        edit: { ...APP, 进度安排: '5 月采购，8 月联调，上线以前向网信部门备案，12 月验收，逐月报告进度。' },
        settings: ON,
      },
    ],
    bad: [{ says: '没有写备案', base: '6.2财政', edit: APP, settings: ON }],
  },
};
