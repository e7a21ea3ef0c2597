import type { Plugin } from 'vite';

/** What a rule's page on the site says and no judgement needs: its examples and its reasons. */
const TOLD = new Set(['ok', 'bad', 'title', 'why', 'appliesTo']);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/**
 * Takes the examples and reasons out of the rules where they travel to a browser: they are a third of what the form
 * would load, and judging goes by the rest alone.
 */
export function slimRules(): Plugin {
  return {
    name: 'slim-rules',
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/rules\/[a-z0-9-]+\.ts$/.test(id)) return null;
      const cuts = toldParts(this.parse(code) as unknown as Node);
      const slim = cuts.reduceRight(
        (text, { start, end }) => `${text.slice(0, start)}''${text.slice(end)}`,
        code,
      );
      return { code: slim, map: null };
    },
  };
}

/** The values of those properties in every call of `defineRule`, and the samples of the catalogue, in order of place. */
function toldParts(node: Node): readonly Node[] {
  if (node.type === 'CallExpression' && (node.callee as Node).name === 'defineRule') {
    const [spec] = node.arguments as readonly Node[];
    const properties = (spec?.properties ?? []) as readonly Node[];
    return properties
      .filter(({ key }) => TOLD.has(String((key as Node | undefined)?.name)))
      .map(({ value }) => value as Node);
  }
  if (node.type === 'Property' && (node.key as Node).name === 'badText') return [node.value as Node];
  return Object.values(node).flatMap((part) =>
    (Array.isArray(part) ? part : [part]).filter(isNode).flatMap(toldParts),
  );
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'type' in part;
}
