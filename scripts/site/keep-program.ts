import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import type { AstroIntegration } from 'astro';
import { replaceFile } from '../../src/io/replace-file.ts';
import { PAGES, PROGRAM } from './kept-folder.ts';

/** Keeps the program that Astro makes for drawing the pages, and leaves the drawing to others. */
export function keepProgram(folder: string): AstroIntegration {
  let pages: ReadonlyMap<string, unknown> = new Map();
  return {
    name: 'keep-program',
    hooks: {
      'astro:build:setup': (made) => {
        pages = made.pages;
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((plain) => ({ ...plain, setup: async () => {}, getStaticPaths: async () => [] })),
      'astro:build:generated': ({ dir }) => {
        // Astro puts it beside the site, or in the project where the site lies elsewhere.
        const beside = [fileURLToPath(dir), join(process.cwd(), '.astro')].map((one) =>
          join(one, '.prerender'),
        );
        const program = beside.find((one) => existsSync(one));
        if (program === undefined) return;
        cpSync(program, join(folder, PROGRAM), { recursive: true });
        const styles = [...pages].map(([key, page]) => [key, { styles: stylesOf(page) }] as const);
        replaceFile(join(folder, PAGES), serialize(new Map(styles)));
      },
    },
  };
}

function stylesOf(page: unknown): unknown {
  return typeof page === 'object' && page !== null && 'styles' in page ? page.styles : [];
}
