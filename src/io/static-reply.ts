import type { Stats } from 'node:fs';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { createGzip, type Gzip } from 'node:zlib';

/** How a file is sent to one visitor. */
export interface Reply {
  readonly headers: OutgoingHttpHeaders;
  /** The visitor has the file as it is: 304, no body. */
  readonly unchanged: boolean;
  /** What the bytes pass through on their way; nothing where they go as they are. */
  readonly packer: Gzip | undefined;
}

/** A body this short fits into one packet as it is. */
const ONE_PACKET = 1_024;
/** The build names these after what they contain: another content has another address. */
const NAMED_BY_CONTENT = /^\/assets\//;
const YEAR = 'public, max-age=31536000, immutable';

/**
 * What a good static host adds to a file of `type` at `path`: text travels packed where the visitor reads that, files
 * named by their content are kept for a year, and the rest is asked for again and answered 304 while it is the same.
 */
export function planReply(
  path: string,
  type: string,
  facts: Pick<Stats, 'size' | 'mtimeMs'>,
  asked: IncomingHttpHeaders,
): Reply {
  const packed =
    isText(type) && facts.size > ONE_PACKET && /\bgzip\b/.test(String(asked['accept-encoding'] ?? ''));
  const tag = `W/"${facts.size.toString(36)}-${Math.floor(facts.mtimeMs).toString(36)}"`;
  const headers: OutgoingHttpHeaders = {
    'Content-Type': type,
    'Cache-Control': NAMED_BY_CONTENT.test(path) ? YEAR : 'no-cache',
    ETag: tag,
    'X-Content-Type-Options': 'nosniff',
    // All of it is public: other registries may search it beside their own.
    'Access-Control-Allow-Origin': '*',
    ...(isText(type) ? { Vary: 'Accept-Encoding' } : {}),
    ...(packed ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': facts.size }),
  };
  return {
    headers,
    unchanged: asked['if-none-match'] === tag,
    packer: packed ? createGzip() : undefined,
  };
}

/** What shrinks when it is packed; pictures, documents and Pagefind's files are packed inside already. */
function isText(type: string): boolean {
  return /^text\/|charset=|[/+](?:json|xml)\b|^application\/wasm/.test(type);
}
