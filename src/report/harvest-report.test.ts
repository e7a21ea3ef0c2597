import { expect, it } from 'vitest';
import { harvestText } from './harvest-report.ts';

const NOTHING = { added: 0, updated: 0, unchanged: 0, gone: 0, left: [] };

it('says once which registry did not answer, and that what was taken in stays', () => {
  const address = 'https://example.cn/shuzhi/';
  const failed = '连不上，核对地址和网络';
  expect(harvestText([{ ...NOTHING, name: address, address, failed }], false)).toBe(
    `${address}：没有取到，${failed}。原来收录的不变。`,
  );
  expect(harvestText([{ ...NOTHING, name: '某区办公室', address, added: 2 }], true)).toBe(
    `试运行，没有写文件。\n某区办公室（${address}）：新收录 2，更新 0，未变 0。`,
  );
});
