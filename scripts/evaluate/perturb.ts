import type { Need } from '../../src/similarity/types.ts';

const BOILERPLATE =
  '为贯落实国家和省市关于加快数字化发展的部署要求，坚持统筹规划、集约建设、资源共享、安全可控的原则，按照网络安全等级保护有关规定，完善管理制度和运行机制。';

/** What people do, by accident or on purpose, that must not hide a duplicate. */
export const PERTURBATIONS: Readonly<Record<string, (need: Need) => Need>> = {
  rename: (need) => ({ ...need, name: `某市某区2026年智慧${need.name}综合平台建设项目（二期）` }),
  reorder: (need) => ({ ...need, description: sentences(need).reverse().join('') }),
  boilerplate: (need) => ({ ...need, description: `${BOILERPLATE}${need.description ?? ''}${BOILERPLATE}` }),
  split: (need) => ({
    ...need,
    description: sentences(need)
      .filter((_, index) => index % 2 === 0)
      .join(''),
  }),
  'zero-width': (need) => ({ ...need, name: [...need.name].join('\u200b') }),
  'full width': (need) => ({
    ...need,
    name: need.name.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  }),
};

function sentences({ description = '' }: Need): string[] {
  return description.match(/[^。；，;,]+[。；，;,]?/g) ?? [];
}
