import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The office's own guide pages. Filings and references never come in here: they are read by `siteRegistry()`. */
const guides = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './src/content/guides' }),
  schema: z.strictObject({
    title: z.string(),
    /** Who should read it, and what it tells, in a sentence. */
    summary: z.string(),
    /** Place in the list, from 1. */
    order: z.number().int().positive(),
  }),
});

export const collections = { guides };
