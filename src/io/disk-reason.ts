import { UsageError } from './usage-error.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有读写权限',
  EPERM: '没有读写权限',
  EEXIST: '已经有同名的文件',
  ENOSPC: '磁盘满了',
  EFBIG: '磁盘不让写这么大的文件',
  EDQUOT: '磁盘配额用完了',
  EROFS: '磁盘不能写',
};

/** Why the disk refused, or who is writing there, as a sentence. Anything else is our own fault and is thrown on. */
export function diskReason(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === undefined) throw error;
  return `${REASONS[code] ?? `系统错误 ${code}`}。`;
}
