import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { readRegistryFiles } from '../io/registry-files.ts';
import { readEntry } from '../registry/read-entry.ts';
import { ROUTE_TABLE } from '../regulation/routes.ts';
import { SAMPLES } from './samples.ts';

const TODAY = '2026-11-24';
const files = readRegistryFiles('registry');

describe.each(SAMPLES)('the sample $slug', ({ slug, unit, text, form }) => {
  const file = `projects/${unit}/${slug}-k7q2.md`;
  const result = check([...files, { file, bytes: new TextEncoder().encode(text) }], {
    today: TODAY,
    only: new Set([file]),
  });

  it('passes the check in the registry as shipped: nothing to mend, nothing to judge, nothing left out', () => {
    expect(result.findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    expect(result.debt).toEqual([]);
  });

  it('is on the route that it is a sample of, and says that it is one', () => {
    const { entry } = result.projects.find((one) => one.entry.file === file) ?? {};
    expect(entry?.route?.form).toBe(form);
    expect(entry?.filing.name).toContain('（样例）');
  });
});

it('there is a sample for every row of the route table, in its order', () => {
  const routes = SAMPLES.map(({ text, unit, slug }) => {
    const read = readEntry(`projects/${unit}/${slug}-k7q2.md`, new TextEncoder().encode(text));
    return read.entry.route;
  });
  expect(routes).toEqual(ROUTE_TABLE.map(({ route }) => route));
});
