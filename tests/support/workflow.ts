import { isScalar, type Pair, parseDocument, visit } from 'yaml';
import { z } from 'zod';

const permissions = z.union([z.string(), z.record(z.string(), z.string())]);

const step = z.looseObject({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  shell: z.string().optional(),
  env: z.record(z.string(), z.unknown()).optional(),
  with: z.looseObject({ script: z.string().optional() }).optional(),
});

const job = z.looseObject({
  'timeout-minutes': z.number().optional(),
  permissions: permissions.optional(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  steps: z.array(step).default([]),
});

const shape = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions: permissions.optional(),
  jobs: z.record(z.string(), job),
});

export type Permissions = z.infer<typeof permissions>;
export type Step = z.infer<typeof step>;
export type Job = z.infer<typeof job>;

/** A scalar of the file with the comment on its line, and the key it is the value of, if it is one. */
export interface Word {
  readonly text: string;
  readonly comment: string;
  readonly key: string | undefined;
}

export interface Workflow {
  /** Name of the file, without its folder: the allow-list of write permissions goes by it. */
  readonly name: string;
  readonly triggers: readonly string[];
  readonly permissions: Permissions | undefined;
  readonly jobs: readonly (readonly [id: string, job: Job])[];
  readonly words: readonly Word[];
}

/** Reads a workflow as GitHub does; throws if it is no YAML, or not of a workflow's shape. */
export function readWorkflow(name: string, text: string): Workflow {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault) throw fault;
  const read = shape.parse(document.toJS());
  return {
    name,
    triggers: triggerNames(read.on),
    permissions: read.permissions,
    jobs: Object.entries(read.jobs),
    words: collectWords(document),
  };
}

function triggerNames(on: z.infer<typeof shape>['on']): readonly string[] {
  if (typeof on === 'string') return [on];
  return Array.isArray(on) ? on : Object.keys(on);
}

function collectWords(document: ReturnType<typeof parseDocument>): readonly Word[] {
  const keys = new Map<unknown, string>();
  const words: Word[] = [];
  visit(document, {
    Pair: (_, { key, value }: Pair) => {
      if (isScalar(key)) keys.set(value, String(key.value));
    },
    Scalar: (_, node) => {
      words.push({ text: String(node.value), comment: node.comment ?? '', key: keys.get(node) });
    },
  });
  return words;
}
