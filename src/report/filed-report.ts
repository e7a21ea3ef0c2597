import type { CheckResult } from '../check.ts';
import { type Finding, SEVERITY_LABEL } from '../text/finding.ts';
import { summarise } from './summary.ts';

/** What is said after a filing was written: where it is, what to mend, how to hand it in. */
export function filedText(root: string, file: string, result: CheckResult): string {
  const path = `${root.replaceAll('\\', '/').replace(/\/$/, '')}/${file}`;
  const blocking = result.findings.filter(({ severity }) => severity === 'error');
  const others = result.findings.filter(({ severity }) => severity !== 'error');
  const findings = [...blocking, ...others].flatMap(describe);
  const ok = summarise(result).ok;
  return [
    `写好了：${path}`,
    '',
    ...(findings.length === 0 ? ['核对过，没有发现问题。'] : ['核对结果：', ...findings]),
    '',
    '下一步：',
    ...nextSteps(path, ok).map((step, index) => `${index + 1}. ${step}`),
  ].join('\n');
}

/** What blocks comes with its repair; the rest is one line each, so that it does not bury what blocks. */
function describe({ severity, line, message, fix }: Finding): string[] {
  const said = `  ${SEVERITY_LABEL[severity]}（第 ${line} 行）${message}`;
  return severity === 'error' ? [said, `      ${fix.replaceAll('\n', '\n      ')}`] : [said];
}

/** 单位代码/文件名 of a filing's path. */
function idOfPath(path: string): string {
  return path.split('/').slice(-2).join('/').replace(/\.md$/, '');
}

function nextSteps(path: string, ok: boolean): string[] {
  return [
    ...(ok
      ? []
      : [
          `按上面的「必改」逐条改：npm run registry -- edit ${idOfPath(path)}（日期、金额这类能直接改好的：check --fix）`,
        ]),
    `改动以后再核对一遍：npm run -s registry -- check ${path}`,
    `打印填好的表，签字盖章：npm run -s registry -- paper ${idOfPath(path)} --out 表.docx`,
    '按网站指南「怎样申报」提交这份文件，在网页上传即可；没有账号的，交给本单位负责提交的同事。',
    '方案等附件和签字盖章的纸质表送办公室。',
  ];
}
