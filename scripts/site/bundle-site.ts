import { build } from 'astro';
import { beApart } from './apart.ts';
import { keepProgram } from './keep-program.ts';

/**
 * Run by `build-site.ts`: has Astro make the program that draws the pages, with all scripts and styles, into the site (first
 * argument), and keeps the program in the folder of the second. The pages are drawn from it by `draw-pages.ts`: what makes
 * the program takes more memory than all else, and gives none of it back.
 */
const [, , out = '', kept = ''] = process.argv;

await beApart(async () => {
  await build({ logLevel: 'warn', outDir: out, integrations: [keepProgram(kept)] });
});
