import { expect, it } from 'vitest';
import { addUp } from '../../search/sums.ts';
import { sumWords } from './sum-words.ts';

it('says whose money it is, in 万元, and what is not in it', () => {
  expect(sumWords(addUp([[1, 320_500_000, 200_000_000], [0, 1_200_000, 0], null]))).toBe(
    '合计：单位牵头的登记项目 1 个，总投资 320.50 万元（财政资金 200.00，社会资金和自筹 120.50）；协调的社会项目 1 个，总投资 1.20 万元（财政资金 0.00，社会资金和自筹 1.20）。另有 1 个是参考项目或还没有受理，不计入。',
  );
});

it('says nothing where no project is registered', () => {
  expect(sumWords(addUp([null]))).toBe('');
});
