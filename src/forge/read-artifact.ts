import { unzipSync } from 'fflate';
import type { ChangeFacts } from '../gate/change-facts.ts';
import { readFacts } from '../gate/read-facts.ts';

/** The one file that a run of the gate hands over. */
export const FACTS_FILE = 'facts.json';
const MEGABYTE = 1024 * 1024;
/** Zipped and unzipped. The facts of 3,500 changed files take about 4 MB. */
const MOST_ZIPPED = 20 * MEGABYTE;
const MOST_UNZIPPED = 40 * MEGABYTE;

/**
 * The facts in the artefact of a run, or why it is none. The artefact is a stranger's until it is proved to be ours:
 * nothing is written to disk, exactly one file of the known name is taken, and its size is looked at before it is
 * unfolded. Never throws for what it may hold.
 */
export function readArtifact(zip: Uint8Array): { readonly facts: ChangeFacts } | { readonly fault: string } {
  if (zip.length > MOST_ZIPPED) return { fault: `压缩包有 ${zip.length} 字节，太大` };
  const names: string[] = [];
  let size = 0;
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        size += originalSize;
        return names.length === 1 && name === FACTS_FILE && size <= MOST_UNZIPPED;
      },
    });
    const only = files[FACTS_FILE];
    if (size > MOST_UNZIPPED) return { fault: `解开以后有 ${size} 字节，太大` };
    if (names.length !== 1 || !only)
      return { fault: `应当只有 ${FACTS_FILE} 一份文件，里面有 ${names.length} 份` };
    return readFacts(new TextDecoder('utf-8').decode(only));
  } catch {
    return { fault: '不是完整的压缩包' };
  }
}
