import type { Money, Sum } from '../../search/sums.ts';
import { wanNumber } from './cells.ts';

/**
 * The sum under a list in a sentence: 财政 and other money apart, what units lead and what they coordinate for
 * companies and persons apart. '' for a list without a registered project.
 */
export function sumWords({ led, coordinated, apart }: Sum): string {
  const own = led.count === 0 ? [] : [`单位牵头的登记项目 ${moneyWords(led)}`];
  const others = coordinated.count === 0 ? [] : [`协调的社会项目 ${moneyWords(coordinated)}`];
  if (own.length + others.length === 0) return '';
  const rest = apart === 0 ? '' : `另有 ${apart} 个是参考项目或还没有受理，不计入。`;
  return `合计：${[...own, ...others].join('；')}。${rest}`;
}

function moneyWords({ count, total, fiscal, open }: Money): string {
  const parts = [
    `财政资金 ${wanNumber(fiscal)}`,
    `社会资金和自筹 ${wanNumber(total - fiscal - open)}`,
    ...(open > 0 ? [`来源没有写明 ${wanNumber(open)}`] : []),
  ];
  return `${count} 个，总投资 ${wanNumber(total)} 万元（${parts.join('，')}）`;
}
