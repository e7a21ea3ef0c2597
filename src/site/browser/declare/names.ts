/** The file name of a new filing: the pinyin of its name and a suffix, as the command line gives it. */

import { slugFor } from '../../../filing/slug.ts';
import { MAX_ID } from '../../../form/entry-id.ts';

/** `zhi-hui-yang-lao-k7q2`, of so many characters that the id stays within bounds. */
export function fileName(name: string, suffix: string, unit: string): string {
  return slugFor(name, suffix, MAX_ID - unit.length - 1);
}
