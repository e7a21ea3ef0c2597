import { foldText } from '../text/fold.ts';

/** Marks that a page adds to say where its reader came from. */
const TRACKING =
  /^(?:from|spm|share|shared?_?id|source|scene|isappinstalled|utm_\w+|wx_?\w*|nsukey|tdsourcetag|timestamp|_t|t)$/i;

/** An address as it is compared: http and https, www, a closing slash and marks of tracking make no difference. */
export function foldAddress(source: string): string {
  const match = /^https?:\/\/(?:www\.)?([^?#]+)(?:\?([^#]*))?(#.+)?$/i.exec(source.trim());
  if (!match) return foldText(source);
  const [, path = '', query = '', hash = ''] = match;
  const told = query.split('&').filter((pair) => pair !== '' && !TRACKING.test(pair.split('=')[0] ?? ''));
  return foldText(`${path.replace(/\/+$/, '')}${told.length > 0 ? `?${told.join('&')}` : ''}${hash}`);
}
