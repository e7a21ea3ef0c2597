import { afterAll, beforeAll } from 'vitest';
import { filingStories } from './declare/filing.ts';
import { handOverStories } from './declare/hand-over.ts';
import { keptStories } from './declare/kept.ts';
import { ledgerStories } from './declare/ledger.ts';
import { pageStories } from './declare/page.ts';
import { personalStories } from './declare/personal.ts';
import { walkStories } from './declare/walk.ts';
import { closePlace, openPlace } from './support/declare-place.ts';

/** The form in a real browser: one site and one browser for all stories, each with a clerk of its own. */
beforeAll(openPlace);
afterAll(closePlace);

filingStories();
keptStories();
ledgerStories();
personalStories();
walkStories();
handOverStories();
pageStories();
