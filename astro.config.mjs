import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { oneAtATime } from './scripts/site/one-at-a-time.ts';
import { slimRules } from './scripts/site/slim-rules.ts';

/** Where the site will stand; set by the deployment. Nothing here reads the registry: pages do, through `siteRegistry()`. */
const { SITE, BASE_PATH, OUT_DIR } = process.env;

/** Astro's own marker in its MDX modules, which the bundler reports for every guide. */
function passOver(warning, warn) {
  if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
}

/** What draws the pages runs in Node here, and is not lowered to what an old browser has: that takes twice the time. */
const pagesForNode = {
  name: 'pages-for-node',
  configEnvironment: (name) => (name === 'prerender' ? { build: { target: 'node22' } } : undefined),
};

export default defineConfig({
  ...(SITE ? { site: SITE } : {}),
  base: BASE_PATH || '/',
  outDir: OUT_DIR || 'dist',
  output: 'static',
  trailingSlash: 'always',
  // Style and script files of their own: pages stay small, and the policy in Page.astro needs no exceptions.
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  // Chromium 86 is what 360, UOS and Windows 7 have.
  vite: {
    plugins: [pagesForNode],
    // Workers load a library only when a file needs it, which takes chunks.
    worker: {
      format: 'es',
      plugins: () => [oneAtATime(), slimRules()],
      // A bundle that waits for its turn is no slow plugin.
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    build: {
      target: 'chrome86',
      cssTarget: 'chrome86',
      assetsInlineLimit: 0,
      rolldownOptions: { onwarn: passOver },
    },
  },
  // Highlighted code carries style attributes, which the content policy forbids.
  markdown: { syntaxHighlight: false },
  integrations: [mdx()],
  devToolbar: { enabled: false },
});
