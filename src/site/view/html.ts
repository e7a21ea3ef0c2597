import { escapeHtml } from '../../text/escape-html.ts';

export { escapeHtml };

/** True for an address of the web proper; everything else (javascript:, data:, file:) is shown as text only. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s<>"']+$/i.test(address);
}

/** A link out of the site: no referrer, no endorsement. Anything but a web address stays text. */
export function outsideLink(address: string, label: string = address): string {
  if (!isWebAddress(address)) return escapeHtml(label);
  return `<a href="${escapeHtml(address)}" rel="nofollow noopener noreferrer">${escapeHtml(label)}</a>`;
}
