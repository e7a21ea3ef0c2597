import { readdirSync, readFileSync } from 'node:fs';

/** Peak resident memory of a process in KB, as Linux tells it; 0 elsewhere. */
export function peakMemory(pid: number | undefined): number {
  return statusOf(pid, /VmHWM:\s+(\d+)/);
}

/** What a process holds now, in KB; 0 where the system does not tell or the process has ended. */
export function residentMemory(pid: number | undefined): number {
  return statusOf(pid, /VmRSS:\s+(\d+)/);
}

/** A process with all that it has started and those have started; it alone where the system does not tell. */
export function processesOf(pid: number | undefined): readonly number[] {
  if (pid === undefined) return [];
  const [own, found] = [[pid], [pid]];
  for (let parent = own.pop(); parent !== undefined; parent = own.pop())
    for (const child of childrenOf(parent)) {
      own.push(child);
      found.push(child);
    }
  return found;
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function statusOf(pid: number | undefined, what: RegExp): number {
  try {
    return Number(what.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
