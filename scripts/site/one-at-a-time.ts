import type { Plugin } from 'vite';

/** The bundle that was begun last. */
let before: Promise<void> = Promise.resolve();

/**
 * Bundles that are made beside each other, as those of the workers are, are made one after the other: on few processors that
 * takes no longer, and what one has used of the memory serves the next.
 */
export function oneAtATime(): Plugin {
  const done = Promise.withResolvers<void>();
  return {
    name: 'one-at-a-time',
    async buildStart() {
      const turn = before;
      before = done.promise;
      await turn;
    },
    // One that fails is not closed.
    buildEnd: (error) => {
      if (error) done.resolve();
    },
    closeBundle: () => done.resolve(),
  };
}
