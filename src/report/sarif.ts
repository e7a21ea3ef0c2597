import { ruleDoc } from '../rules/support/docs.ts';
import type { Severity } from '../text/finding.ts';
import type { Reported } from './index.ts';

const LEVEL = { error: 'error', judgement: 'warning', warning: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** The report as SARIF 2.1.0; older debt stands behind the findings, as notes. */
export function sarifReport({ findings, debt = [] }: Reported): string {
  const levelled = [
    ...findings.map((one) => ({ ...one, level: LEVEL[one.severity] })),
    ...debt.map((one) => ({ ...one, level: LEVEL.warning })),
  ];
  const ids = [...new Set(levelled.map(({ rule }) => rule))];
  const rules = ids.map((id) => {
    const doc = ruleDoc(id);
    return {
      id,
      shortDescription: { text: doc.title },
      fullDescription: { text: doc.why },
      help: { text: doc.fix },
    };
  });
  const results = levelled.map(({ rule, level, file, line, column, message, fix }) => ({
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level,
    message: { text: `${message}\n修改：${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }));
  const driver = { name: 'shuzhi-registry', rules };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  };
  return JSON.stringify(log, null, 2);
}
