import type { HostileFile } from '../text/hostile/refuse.ts';

/** A file of a registry: its path below the registry folder, with `/`, its bytes, and how Git or the disk keeps it. */
export interface SourceFile extends HostileFile {
  /** Git's id of the bytes, where they were read from Git. */
  readonly blob?: string;
}
