import type { Need } from './types.ts';

/**
 * Things that stand in the street or in a house and are counted: cameras, sensors, screens, machine rooms. Three bodies' cameras
 * on one pole are in no two projects the same function, and still built thrice.
 */
interface Asset {
  readonly kind: string;
  /** How many, where the text says so; rooms are one each. */
  readonly count: number | undefined;
}

/** Assets of one kind on both sides. */
export interface SharedAsset {
  readonly kind: string;
  readonly here: number | undefined;
  readonly there: number | undefined;
}

const KINDS: readonly { readonly kind: string; readonly pattern: string }[] = [
  {
    kind: '摄像头',
    pattern: '摄像头|摄像机|探头|球机|枪机|高清视频|监控视频|视频监控点|监控点位|视频点位|抓拍机',
  },
  { kind: '诱导屏、信息屏', pattern: '诱导屏|信息屏|发布屏|宣传屏|电子站牌' },
  {
    kind: '环境传感器',
    pattern: '扬尘(?:监测|传感)|噪声(?:监测|传感)|空气(?:质量)?(?:微站|微型站|监测站)|微型站',
  },
  { kind: '水位、积水传感器', pattern: '液位计|水位计|积水(?:监测|传感)|雨量计|流量计' },
  { kind: '烟感、燃气探测器', pattern: '烟感|烟雾(?:探测|报警)|燃气(?:探测|报警)|电气火灾' },
  { kind: '车位地磁', pattern: '地磁|泊位(?:检测|传感)' },
  { kind: '充电桩', pattern: '充电桩|充电端口' },
  { kind: '广播音柱', pattern: '音柱|应急广播(?:终端|喇叭)|大喇叭' },
  { kind: '自助终端', pattern: '自助(?:服务)?(?:终端|一体机|机)' },
  { kind: '智慧灯杆', pattern: '智慧(?:灯杆|路灯|杆)|综合杆|多杆合一' },
  { kind: '机房', pattern: '机房' },
];
const UNITS = '[个台套路支块处根座只]';
const PATTERNS = KINDS.map(({ kind, pattern }) => ({
  kind,
  before: new RegExp(`(\\d{1,6}) ?${UNITS}[^，。；、\\d]{0,8}(?:${pattern})`),
  after: new RegExp(`(?:${pattern})[^，。；、\\d]{0,6}?(\\d{1,6}) ?${UNITS}`),
  any: new RegExp(pattern),
}));

/** The kinds of assets that both projects put up, with how many each; in the order of the list of kinds. */
export function sharedAssets(one: Need, other: Need): readonly SharedAsset[] {
  const there = new Map(assetsOf(other).map((asset) => [asset.kind, asset]));
  return assetsOf(one).flatMap(({ kind, count }) => {
    const same = there.get(kind);
    return same ? [{ kind, here: count, there: same.count }] : [];
  });
}

function assetsOf({ name, description = '', functions = [] }: Need): readonly Asset[] {
  const text = [name, ...functions.flatMap((one) => [one.name, one.note ?? '']), description].join('。');
  return PATTERNS.flatMap(({ kind, before, after, any }) => {
    if (!any.test(text)) return [];
    const count = after.exec(text)?.[1] ?? before.exec(text)?.[1];
    return [{ kind, count: count === undefined ? undefined : Number(count) }];
  });
}

/** 「摄像头（这里 120 个，对方 86 个）」. */
export function assetWords({ kind, here, there }: SharedAsset): string {
  const counts = [
    ...(here === undefined ? [] : [`这里 ${here} 个`]),
    ...(there === undefined ? [] : [`对方 ${there} 个`]),
  ];
  return counts.length === 0 ? kind : `${kind}（${counts.join('，')}）`;
}
