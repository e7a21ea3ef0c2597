import type { Harvest } from '../registry/harvests.ts';

/** How a registry that was taken from a folder is written in the list: its data names no address. */
export const folderAddress = (folder: string): string => {
  const parts = folder
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  return `本地文件夹 ${parts.slice(-2).join('/')}`;
};

/**
 * What a registry is called here: as before when it is known by its address, else as its publisher is called; where
 * another registry is called so already, with its host or folder.
 */
export function sourceName(publisher: string, address: string, known: readonly Harvest[]): string {
  const before = known.find((one) => one.address === address);
  if (before) return before.name;
  const short = publisher.slice(0, 60);
  if (known.every(({ name }) => name !== short)) return short;
  const place =
    URL.canParse(address) && address.startsWith('http') ? new URL(address).host : address.slice(6);
  return `${short}（${place}）`.slice(0, 100);
}
