import { writeAlike } from '../../src/site/build/worked-out.ts';

/** Run by `index-registry.ts`, once for each part: works out what is like the entries of that part. */
const [, , folder = '', part = '', parts = ''] = process.argv;

writeAlike(folder, Number(part), Number(parts));
