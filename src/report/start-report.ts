import type { StartPlan } from '../registry/start-plan.ts';

/** The obstacles, for people: each with its file. */
export function obstaclesText({ obstacles }: StartPlan): string {
  const lines = obstacles.map(({ file, message }) => `  ${file}\n      ${message}`);
  return ['有真实项目指着演示内容，现在不能清除：', ...lines, '改好以后再运行 init。'].join('\n');
}

/** What an office does next, in the order of the guide. */
const NEXT = [
  '接下来（网站指南「把登记库换成自己的」写得更细）：',
  '1. 填办公室设置：registry/office.yaml 的名称、地区和电话。',
  '2. 核对单位名录：registry/units.yaml 的全称、代码和账号。',
  '3. 导入已有台账：npm run registry -- import 台账.xlsx --as 备案 --preview，看过再去掉 --preview。',
  '4. 核对并提交：npm run -s registry -- check，没有必改的再用 Git 提交。',
] as const;

/** What goes, by kind; `present` tells which of the planned files are there. */
export function removalText(plan: StartPlan, present: (file: string) => boolean, done: boolean): string {
  const files = plan.files.filter(present);
  const lines = [...files.map((file) => `  ${file}`), ...plan.units.map((code) => `  units.yaml：${code}`)];
  if (lines.length === 0)
    return done ? '登记库里没有演示内容，演示数据已设为 false。' : '登记库里没有演示内容。';
  const verb = done ? '已删除' : '将删除';
  const flag = done ? 'office.yaml 里的演示数据已设为 false。' : 'office.yaml 里的演示数据将设为 false。';
  const head = `${verb} ${files.length} 份演示文件、${plan.units.length} 个演示单位：`;
  return [head, ...lines, flag, ...(done ? ['', ...NEXT] : [])].join('\n');
}
