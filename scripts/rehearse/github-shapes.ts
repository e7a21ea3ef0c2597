import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Call } from './hub-state.ts';

type Response = { readonly content?: { readonly 'application/json'?: { readonly schema: unknown } } };
type Operation = {
  readonly responses: Readonly<Record<string, Response>>;
  readonly requestBody?: Response;
};

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
const readers = new Map<string, z.ZodType>();

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

/** A refusal where GitHub describes none for the status: all of them have these words. */
const REFUSAL = z.looseObject({ message: z.string(), documentation_url: z.string() });

/** What is not as GitHub describes it, in what was asked and in what was answered, each fault once. */
export function shapeFaults(calls: readonly Call[]): readonly string[] {
  return [...new Set(calls.flatMap(faultsOf))].sort();
}

function faultsOf(call: Call): readonly string[] {
  const template = templateOf(call);
  if (template === undefined) return [`GitHub describes no ${call.path}`];
  const operation = described().paths[template]?.[call.method.toLowerCase()];
  if (!operation) return [`GitHub describes no ${call.method} ${template}`];
  const { [call.status]: response } = operation.responses;
  if (!response && call.status < 400)
    return [`GitHub describes no ${call.method} ${template} ${call.status}`];
  const key = `${call.method} ${template}`;
  const answered = reader(`${key} ${call.status}`, response, call.status < 400 ? z.unknown() : REFUSAL);
  // What is refused may well be a wrong request.
  const asked = call.status < 400 && call.sent !== undefined;
  return [
    ...faults(`${key} ${call.status}`, answered, call.body),
    ...(asked
      ? faults(`${key} sends`, reader(`${key} sends`, operation.requestBody, z.never()), call.sent)
      : []),
  ];
}

function faults(key: string, read: z.ZodType, value: unknown): readonly string[] {
  const { error } = read.safeParse(value);
  return (error?.issues ?? []).map(
    ({ path, message }) => `${key}: ${path.filter((one) => typeof one !== 'number').join('.')} ${message}`,
  );
}

function reader(key: string, body: Response | undefined, otherwise: z.ZodType): z.ZodType {
  const known = readers.get(key) ?? readerOf(body?.content?.['application/json']?.schema, otherwise);
  readers.set(key, known);
  return known;
}

function readerOf(schema: unknown, otherwise: z.ZodType): z.ZodType {
  if (schema === undefined) return otherwise;
  const { components } = described();
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
