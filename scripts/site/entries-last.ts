import type { AstroIntegration } from 'astro';

/** The pages of entries tell what is like them, which is worked out meanwhile. */
const ENTRIES = new Set(['/projects/[unit]/[slug]', '/references/[slug]']);

/** Renders all other pages first, so that the pages of entries wait for nothing. */
export function entriesLast(): AstroIntegration {
  return {
    name: 'entries-last',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((plain) => ({
          ...plain,
          getStaticPaths: async () => {
            const paths = await plain.getStaticPaths();
            const { entries = [], others = [] } = Object.groupBy(paths, ({ route }) =>
              ENTRIES.has(route.route) ? 'entries' : 'others',
            );
            return [...others, ...entries];
          },
        })),
    },
  };
}
