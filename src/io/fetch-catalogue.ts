import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Why a catalogue could not be had, in words. */
export class HarvestError extends Error {}

/** Bytes of a catalogue, after unpacking, and how long it may take. */
const MOST_BYTES = 64 * 1024 * 1024;
const PATIENCE_MS = 60_000;
/** Where a registry of this program publishes its catalogue. */
const CATALOGUE = 'data/catalog.jsonld';

/** Whether a place is an address of the web; everything else is a folder or a file. */
export const isAddress = (place: string): boolean => /^https?:\/\//i.test(place);

/** The site of an address: a file's address without the file, with a slash at its end. */
export function siteAddressOf(place: string): string {
  const url = new URL(place);
  url.hash = '';
  url.search = '';
  if (/\.(?:jsonld|json)$/i.test(url.pathname)) url.pathname = url.pathname.replace(/(?:data\/)?[^/]*$/, '');
  return url.href.replace(/\/*$/, '/');
}

/**
 * The JSON-LD of another registry: from its site, from the address of the file itself, from the folder of a built
 * site, or from a file. Throws a HarvestError that says what is wrong.
 */
export async function fetchCatalogue(place: string): Promise<unknown> {
  const text = isAddress(place) ? await download(place) : readLocal(place);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new HarvestError('取到的不是 JSON-LD 数据目录，核对地址');
  }
}

function readLocal(place: string): string {
  if (!existsSync(place)) throw new HarvestError(`没有 ${place} 这个文件或文件夹`);
  const file = statSync(place).isDirectory() ? join(place, CATALOGUE) : place;
  if (!existsSync(file)) throw new HarvestError(`文件夹里没有 ${CATALOGUE}，要的是生成好的网站`);
  if (statSync(file).size > MOST_BYTES) throw new HarvestError(TOO_LARGE);
  return readFileSync(file, 'utf8');
}

const TOO_LARGE = `数据目录超过 ${MOST_BYTES / 1024 / 1024} MB，没有取`;

async function download(place: string): Promise<string> {
  if (!URL.canParse(place)) throw new HarvestError('地址写得不对，例如 https://example.gov.cn/registry/');
  const address = /\.(?:jsonld|json)$/i.test(new URL(place).pathname)
    ? place
    : siteAddressOf(place) + CATALOGUE;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(address, {
      signal,
      headers: { accept: 'application/ld+json, application/json' },
    });
    if (!response.ok) throw new HarvestError(`网站答复 ${response.status}（${address}）`);
    return await bounded(response);
  } catch (error) {
    if (error instanceof HarvestError) throw error;
    if (signal.aborted) throw new HarvestError(`等了 ${PATIENCE_MS / 1000} 秒没有取完`);
    throw new HarvestError('连不上，核对地址和网络');
  }
}

/** What a server says of the length is not relied on: it may pack much into little. */
async function bounded(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) throw new HarvestError(TOO_LARGE);
    pieces.push(piece);
  }
  return new TextDecoder('utf-8', { fatal: false }).decode(Buffer.concat(pieces));
}
