import { type Counts, NO_COUNTS } from './rarity.ts';

export const FROZEN_COUNTS: Counts = NO_COUNTS;
