import { writeAlike } from '../../src/site/build/worked-out.ts';
import { beApart } from './apart.ts';

/** Run by `build-site.ts`, once for each part: works out what is like the entries of that part. */
const [, , folder = '', part = '', parts = ''] = process.argv;

await beApart(async () => writeAlike(folder, Number(part), Number(parts)));
