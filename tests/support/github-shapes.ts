import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Call } from '../../scripts/rehearse/hub-state.ts';

type Response = { readonly content?: { readonly 'application/json'?: { readonly schema: unknown } } };
type Operation = { readonly responses: Readonly<Record<string, Response>> };

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

let api: Described | undefined;

/** GitHub's own description of its interface. */
function described(): Described {
  const path = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
  api ??= JSON.parse(readFileSync(path, 'utf8')) as Described;
  return api;
}

const templates = new Map<string, string | undefined>();
const readers = new Map<string, z.ZodType | undefined>();

/** The path as it is described: where both would do, the one with the fewer blanks. */
export function templateOf({ path }: Pick<Call, 'path'>): string | undefined {
  if (!templates.has(path)) templates.set(path, findTemplate(path));
  return templates.get(path);
}

function findTemplate(path: string): string | undefined {
  const steps = path.split('/');
  const fits = (template: string): boolean => {
    const parts = template.split('/');
    return (
      parts.length === steps.length &&
      parts.every((part, at) => part.startsWith('{') || part === decodeURIComponent(steps[at] ?? ''))
    );
  };
  const blanks = (template: string): number => template.split('{').length;
  return Object.keys(described().paths)
    .filter(fits)
    .sort((a, b) => blanks(a) - blanks(b))[0];
}

/** What of the answers is not as GitHub describes it, each fault once. Refusals have one shape and are left out. */
export function shapeFaults(calls: readonly Call[]): readonly string[] {
  return [...new Set(calls.filter(({ status }) => status < 400).flatMap(faultsOf))].sort();
}

function faultsOf(call: Call): readonly string[] {
  const template = templateOf(call);
  if (template === undefined) return [`GitHub describes no ${call.path}`];
  const key = `${call.method} ${template} ${call.status}`;
  if (!readers.has(key)) readers.set(key, readerOf(template, call));
  const reader = readers.get(key);
  if (!reader) return [`GitHub describes no ${key}`];
  const read = reader.safeParse(call.body);
  if (read.success) return [];
  return read.error.issues.map(
    ({ path, message }) => `${key}: ${path.filter((one) => typeof one !== 'number').join('.')} ${message}`,
  );
}

function readerOf(template: string, { method, status }: Call): z.ZodType | undefined {
  const { paths, components } = described();
  const response = paths[template]?.[method.toLowerCase()]?.responses[String(status)];
  if (!response) return undefined;
  const schema = response.content?.['application/json']?.schema;
  // An answer without a body.
  if (schema === undefined) return z.unknown();
  const definitions: Record<string, unknown> = {};
  const local = (text: string): string => text.replaceAll('#/components/schemas/', '#/definitions/');
  // Only what is reachable: the whole description is 13 MB.
  const take = (one: unknown): unknown => {
    const text = local(JSON.stringify(one));
    for (const [, name = ''] of text.matchAll(/"#\/definitions\/([^"]+)"/g)) {
      if (name in definitions) continue;
      definitions[name] = true;
      definitions[name] = take(components.schemas[name]);
    }
    return JSON.parse(text);
  };
  const own = take(schema) as Record<string, unknown>;
  return z.fromJSONSchema({ ...own, definitions }, { defaultTarget: 'openapi-3.0' });
}
