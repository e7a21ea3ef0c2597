import type { Plugin } from 'vite';

/** What a rule's page on the site says and no judgement needs: its examples and its reasons. */
const TOLD = new Set(['ok', 'bad', 'title', 'why', 'appliesTo']);
/** The same of the rules of the catalogue, whose titles name files in findings. */
const TOLD_IN_CATALOGUE = new Set(['badText', 'why', 'appliesTo']);

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
      const whole = this.parse(code) as unknown as Node;
      const cuts = id.endsWith('/catalogue.ts') ? toldInCatalogue(whole) : toldParts(whole);
      const slim = cuts.reduceRight(
        (text, { start, end }) => `${text.slice(0, start)}''${text.slice(end)}`,
        code,
      );
      return { code: slim, map: null };
    },
  };
}

/** The values of those properties in every call of `defineRule`, in order of place. */
function toldParts(node: Node): readonly Node[] {
  if (node.type === 'CallExpression' && (node.callee as Node).name === 'defineRule') {
    const [spec] = node.arguments as readonly Node[];
    const properties = (spec?.properties ?? []) as readonly Node[];
    return properties
      .filter(({ key }) => TOLD.has(String((key as Node | undefined)?.name)))
      .map(({ value }) => value as Node);
  }
  return partsOf(node).flatMap(toldParts);
}

function toldInCatalogue(node: Node): readonly Node[] {
  const isTold = node.type === 'Property' && TOLD_IN_CATALOGUE.has(String((node.key as Node).name));
  const value = node.value as Node;
  // What is put in from elsewhere has no words of its own to take out.
  return isTold && value.type !== 'Identifier' ? [value] : partsOf(node).flatMap(toldInCatalogue);
}

function partsOf(node: Node): readonly Node[] {
  return Object.values(node).flatMap((part) => (Array.isArray(part) ? part : [part]).filter(isNode));
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'type' in part;
}
