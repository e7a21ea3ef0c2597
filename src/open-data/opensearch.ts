import type { About } from './about.ts';
import { xml } from './feeds.ts';

/**
 * An OpenSearch description (1.1), with which a browser offers the catalogue among its search engines. Its address has
 * to be whole: undefined while nobody has said where the site stands.
 */
export function openSearchDescription({ site, publisher }: About): string | undefined {
  if (site === undefined) return undefined;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    '  <ShortName>数智项目登记库</ShortName>',
    `  <Description>${xml(publisher)}：查登记的数字化项目</Description>`,
    '  <Language>zh-CN</Language>',
    '  <InputEncoding>UTF-8</InputEncoding>',
    '  <OutputEncoding>UTF-8</OutputEncoding>',
    `  <Url type="text/html" template="${xml(site)}projects/?q={searchTerms}"/>`,
    `  <Image height="16" width="16" type="image/svg+xml">${xml(site)}favicon.svg</Image>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}
