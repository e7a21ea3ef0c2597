import { readFileSync } from 'node:fs';

/** Peak resident memory of a process in KB, as Linux tells it; 0 elsewhere. */
export function peakMemory(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
