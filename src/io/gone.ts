/** Whether a process of this computer has ended; the own number, met before it was used, is that of an earlier one. */
export function isGoneProcess(id: number): boolean {
  if (id === process.pid) return true;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
