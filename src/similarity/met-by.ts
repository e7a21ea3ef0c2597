import type { Finder } from './finder.ts';
import type { Asked } from './judge.ts';
import { mayBeAsked } from './likeness.ts';
import { needOfModule, OF_THRESHOLD, severalModules } from './module-needs.ts';
import { worthOf } from './score.ts';
import { namesModule } from './telling.ts';
import type { Need } from './types.ts';

/** A module of a project that is there, made ready. */
export interface ReadyModule {
  readonly name: string;
  readonly asked: Asked;
}

/**
 * The module of a project that is what a need wants: a platform of eight modules is as a whole hardly like a plan for one
 * of them, and has it all the same. Undefined where no module comes near enough to be asked about. What is elsewhere or out
 * of use has nothing that could be used instead.
 */
export function metBy(finder: Finder, asked: Asked, other: Need): string | undefined {
  const { lexicon } = finder.maker;
  if (other.elsewhere || other.retired || !namesModule(lexicon, asked)) return undefined;
  const wanted = new Set(
    asked.features.concepts.keys
      .filter((concept) => lexicon.concepts[concept]?.generic === false)
      .flatMap((concept) => (lexicon.near[concept] ?? []).map(([near]) => near)),
  );
  let best: { readonly name: string; readonly worth: number } | undefined;
  for (const { name, asked: module } of finder.modules(other)) {
    if (!module.features.concepts.keys.some((concept) => wanted.has(concept))) continue;
    const likeness = finder.likenessWithout(asked, module);
    const worth = mayBeAsked(likeness) ? worthOf(likeness) : 0;
    if (worth >= OF_THRESHOLD * finder.threshold && worth > (best?.worth ?? 0)) best = { name, worth };
  }
  return best?.name;
}

/**
 * The modules that a project states, where it states several, as far as each says something. What sentences of its text
 * mention is no module that it has: on a real ledger two in three such questions were a nuisance.
 */
export function readyModules(finder: Finder, other: Need): readonly ReadyModule[] {
  if (!other.functions || other.functions.length === 0) return [];
  return severalModules(other).flatMap((module): ReadyModule[] => {
    const need = needOfModule(module, other);
    const asked = need && finder.ask(need);
    return asked && namesModule(finder.maker.lexicon, asked) ? [{ name: module.name, asked }] : [];
  });
}
