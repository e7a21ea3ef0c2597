import { diskReason } from '../../src/io/disk-reason.ts';
import { warn } from '../../src/io/say.ts';
import { buildSite } from './build-site.ts';

/** Builds the site; what the disk or another build is to blame for is said, and gives false. Our own faults are thrown on. */
export async function buildOrSay(): Promise<boolean> {
  try {
    return await buildSite();
  } catch (error) {
    warn(`网站没有建成，已有的网站没有动：${diskReason(error)}`);
    return false;
  }
}
