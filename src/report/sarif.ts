import type { CheckResult } from '../check.ts';
import { ruleDoc } from '../rules/support/docs.ts';
import type { Severity } from '../text/finding.ts';

const LEVEL = { error: 'error', judgement: 'warning', warning: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** The report as SARIF 2.1.0. */
export function sarifReport({ findings }: Pick<CheckResult, 'findings'>): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  const rules = ids.map((id) => {
    const doc = ruleDoc(id);
    return {
      id,
      shortDescription: { text: doc.title },
      fullDescription: { text: doc.why },
      help: { text: doc.fix },
    };
  });
  const results = findings.map(({ rule, severity, file, line, column, message, fix }) => ({
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: LEVEL[severity],
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
