import type { Finder } from './finder.ts';
import type { Asked } from './judge.ts';
import { mayBeAsked } from './likeness.ts';
import { needOfModule, OF_THRESHOLD, ownModules } from './module-needs.ts';
import { fold } from './normalise.ts';
import { worthOf } from './score.ts';
import { namesModule } from './telling.ts';
import type { Need } from './types.ts';

/** A module of a project that is there, made ready. */
export interface ReadyModule {
  readonly name: string;
  /** What its text speaks of, as far as the lexicon knows it. */
  readonly concepts: readonly number[];
  /** Undefined where it says too little; made when it is asked for, since most modules are about something else. */
  readonly asked: () => Asked | undefined;
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
  const isWanted = (concept: number): boolean => wanted.has(concept);
  let best: { readonly name: string; readonly worth: number } | undefined;
  for (const { name, concepts, asked: ready } of finder.modules(other)) {
    const module = concepts.some(isWanted) ? ready() : undefined;
    if (!module?.features.concepts.keys.some(isWanted)) continue;
    const likeness = finder.likenessWithout(asked, module);
    const worth = mayBeAsked(likeness) ? worthOf(likeness) : 0;
    if (worth >= OF_THRESHOLD * finder.threshold && worth > (best?.worth ?? 0)) best = { name, worth };
  }
  return best?.name;
}

/**
 * The modules that a project states or lists, where there are several, as far as each says something. What sentences of its
 * text mention is no module that it has: on a real ledger two in three such questions were a nuisance.
 */
export function readyModules(finder: Finder, other: Need): readonly ReadyModule[] {
  const { maker } = finder;
  return ownModules(other).flatMap((module): ReadyModule[] => {
    const need = needOfModule(module, other);
    if (!need) return [];
    const concepts = [...maker.countConcepts(fold(`${module.name}。${module.text}`)).keys()];
    return [{ name: module.name, concepts, asked: once(() => tellingOf(finder, need)) }];
  });
}

function tellingOf(finder: Finder, need: Need): Asked | undefined {
  const asked = finder.ask(need);
  return namesModule(finder.maker.lexicon, asked) ? asked : undefined;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
