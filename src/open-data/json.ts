import type { Account } from '../accounts/account.ts';
import type { JsonSchema } from '../form/kinds.ts';
import { wanPlain } from '../form/money.ts';
import { type About, projectIri } from './about.ts';
import { LEDGER_COLUMNS } from './columns.ts';

/** The ledger as JSON: the same columns as the CSV, a blank is left out; lists and sources of money with their parts. */
export function ledgerJson(accounts: readonly Account[], about: About): string {
  const projects = accounts.map((account) => {
    const { filing } = account.entry;
    const cells = LEDGER_COLUMNS.map(({ title, of }) => [title, of(account)] as const);
    const present = cells.filter(([, value]) => value !== undefined && value !== '');
    return {
      ...Object.fromEntries(present),
      地址: projectIri(about, account.id),
      ...(filing.sources
        ? {
            资金来源: filing.sources.map(({ source, amount, note }) => ({
              来源: source,
              金额: Number(wanPlain(amount)),
              ...(note ? { 说明: note } : {}),
            })),
          }
        : {}),
      ...(filing.functions
        ? {
            功能清单: filing.functions.map(({ name, note }) => ({
              名称: name,
              ...(note ? { 说明: note } : {}),
            })),
          }
        : {}),
      ...(filing.categories ? { 项目类别: filing.categories } : {}),
    };
  });
  const { publisher, area, day, licence } = about;
  const head = { 发布单位: publisher, 地区: area, 截至: day, 许可: licence?.url ?? null, 金额单位: '万元' };
  return `${JSON.stringify({ ...head, 项目: projects }, null, 2)}\n`;
}

const text = { type: 'string' } as const;
const listed = (
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): JsonSchema => ({
  type: 'array',
  items: { type: 'object', properties, required, additionalProperties: false },
});

/** JSON Schema of `ledgerJson`, from the same columns. */
export function ledgerJsonSchema(): JsonSchema {
  const columns = LEDGER_COLUMNS.map(({ title, kind, means }) => [
    title,
    { type: kind === 'text' ? 'string' : 'number', description: means },
  ]);
  const properties = {
    ...Object.fromEntries(columns),
    地址: { ...text, format: 'uri', description: '项目页面的地址；网站地址没有设置时是一个固定的名称。' },
    资金来源: listed({ 来源: text, 金额: { type: 'number' }, 说明: text }, ['来源', '金额']),
    功能清单: listed({ 名称: text, 说明: text }, ['名称']),
    项目类别: { type: 'array', items: text },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '数智金水项目登记库台账',
    type: 'object',
    properties: {
      发布单位: text,
      地区: text,
      截至: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      许可: { type: ['string', 'null'] },
      金额单位: { const: '万元' },
      项目: {
        type: 'array',
        items: {
          type: 'object',
          properties,
          required: ['登记库编号', '项目名称', '目前阶段', '地址'],
          additionalProperties: false,
        },
      },
    },
    required: ['发布单位', '地区', '截至', '许可', '金额单位', '项目'],
    additionalProperties: false,
  };
}
