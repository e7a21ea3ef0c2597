import type { Severity } from './finding.ts';
import { type Found, findIn, type Look } from './look.ts';
import { readings } from './shown.ts';

const LEVEL = '(?:[绝絕]密|[机機]密|(?<!商业|工作|技术|个人|通信|通讯|保守|企业|电报|审计|统计)秘密)';
const SUBJECT = '(?:项目|系统|平台|工程|方案|内容|数据|信息|材料|文件|资料|建设|成果|部分)';
/** What may be secret around a project that is not. */
const OTHERS = '网|计算机|设备|人员|载体|资质|系统隔离|信息系统隔离|系统分';
/** Statements: 定密为秘密级, 本项目涉密, 密级：机密, 涉及国家秘密. */
const STATED = new RegExp(
  [
    `(?:定密|密级|定级|涉密等级)[^。；;,，\\n]{0,8}${LEVEL}`,
    `(?:列为|定为|属于?|系|为|是|涉及|含有?|包含|标注|标为)(?:国家)?${LEVEL}(?:级(?!别)|事项|★|$|(?=[,，。；;、\\s"'”」）)]|内容|信息|数据|文件|材料|项目))`,
    `${LEVEL}[级級]?[】〕\\])]?\\s?[★☆]`,
    `(?:涉及|属于|含有?|包含)[^。；;,，\\n]{0,4}国家秘密`,
    `(?:本|该|此|我[局委办])${SUBJECT}(?:(?![不非无未没禁与和、])[^。；;,，\n]){0,10}?涉密(?!${OTHERS})`,
    `${SUBJECT}(?:均|已|全部|部分|大部分|整体)?(?:属于?|为|系|是|含有?|包含|存在)?涉密(?!${OTHERS})(?=$|[,，。；;、\\s("'”」）)]|${SUBJECT})`,
  ].join('|'),
  'gm',
);
/** Words of secrecy that may speak of something else. */
const MENTIONED = new RegExp(`${LEVEL}级(?!别)|绝密|机密(?!性)|国家秘密|涉密`, 'g');
const DENIED =
  /(?:不|非|没有|(?<!有)无(?![人线障纸感])|未|禁止|严禁|避免|防止|杜绝|是否|如有?|若|凡|商业|保守|保密|脱|除)[^。；;,，\n]{0,8}$/;
/** 涉密系统隔离, 涉密项目不在此登记, 涉密人员管理: about rules, not about this project. */
const RULED =
  /^(?:项目|系统|网络?|信息|内容|数据|文件|资料|材料|计算机|设备|载体|人员|事项|的|级|以上|及|和|、){0,6}[^。；;,，\n]{0,8}?(?:隔离|分开|分离|不|禁止|严禁|除外|另行|脱密|否|无|管理|培训|审查|检查|资质|制度|规定|要求)/;

/** Cheap first look: every filing says 不涉密承诺. */
const MAYBE = /(?:[绝絕机機秘]|(?<![不非])涉)密/;

const LOOKS: readonly Look<'涉密'>[] = [
  { kind: '涉密', pattern: STATED, weight: (_, index, text) => weigh(index, text, 'error') },
  {
    kind: '涉密',
    pattern: MENTIONED,
    weight: (hit, index, text) =>
      RULED.test(text.slice(index + hit.length, index + hit.length + 32))
        ? undefined
        : weigh(index, text, 'judgement'),
  },
];

/** Words that call the project secret. What is denied, ruled or speaks of trade secrets is none. */
export function findSecrecy(text: string, views = readings(text)): readonly Found<'涉密'>[] {
  return findIn(views, LOOKS, MAYBE);
}

function weigh(index: number, text: string, severity: Severity): Severity | undefined {
  return DENIED.test(text.slice(Math.max(0, index - 16), index)) ? undefined : severity;
}
