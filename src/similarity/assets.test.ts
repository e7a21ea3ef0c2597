import { describe, expect, it } from 'vitest';
import { assetWords, sharedAssets } from './assets.ts';

const OURS = { id: 'a', name: '雪亮工程补盲', description: '新增高清摄像头120路，建机房1处，另装信息屏。' };

describe('assets of two projects', () => {
  it('are named with how many each puts up, in whatever words', () => {
    const theirs = { id: 'b', name: '违停抓拍', description: '在路口安装 86 台抓拍机；值守机房一处' };
    expect(sharedAssets(OURS, theirs).map(assetWords)).toEqual([
      '摄像头（这里 120 个，对方 86 个）',
      '机房（这里 1 个）',
    ]);
  });

  it('are none where the other puts up other things', () => {
    expect(sharedAssets(OURS, { id: 'b', name: '办公系统', description: '公文流转 30 个流程' })).toEqual([]);
  });
});
