import { platformOf } from '../registry/repository.ts';
import { type Finding, SEVERITY_LABEL } from '../text/finding.ts';
import { inertMarkdown } from '../text/inert.ts';
import type { ChangeFacts, FilingFacts, Places } from './change-facts.ts';

/** Filings that are set out one by one; a change of more is a bulk filing, of which a list is enough. */
export const MOST_FILINGS = 10;

/** An address that may stand in a Markdown link: nothing in it ends the link or starts another. */
const ADDRESS = /^https?:\/\/[\w.:[\]-]+(?:\/[\w.~%+-]+)*$/;

/** The path of a registry file from the top of the repository. */
export function pathOf({ folder }: Places, file: string): string {
  return folder === '' ? file : `${folder}/${file}`;
}

/** The same of what a finding is about: a file outside the registry is named from the top already. */
export function placeOf(places: Places, { file, rule }: Pick<Finding, 'file' | 'rule'>): string {
  return OUTSIDE.has(rule) ? file : pathOf(places, file);
}

/** Rules on files that lie outside the registry folder. */
const OUTSIDE: ReadonlySet<string> = new Set(['change-outside-registry', 'change-misplaced']);

function soundAddress(address: string | undefined): string | undefined {
  return address !== undefined && ADDRESS.test(address) ? address : undefined;
}

function link(text: string, address: string | undefined): string {
  return address === undefined ? inertMarkdown(text) : `[${inertMarkdown(text)}](${address})`;
}

/** 「第 12 行」, leading to the line as it was judged. */
export function lineLink({ places }: ChangeFacts, finding: Pick<Finding, 'file' | 'line' | 'rule'>): string {
  const repository = soundAddress(places.repository);
  const { head } = places;
  const path = encodePath(placeOf(places, finding));
  const address = repository && head && `${repository}/blob/${head}/${path}#L${finding.line}`;
  return link(`第 ${finding.line} 行`, address || undefined);
}

/** The page on which GitHub lists what ran for a change; other forges have none at this address. */
export function checksPage({ repository, number }: Places): string | undefined {
  const web = soundAddress(repository);
  return web && number && platformOf(web) === 'GitHub' ? `${web}/pull/${number}/checks` : undefined;
}

/** The clause of a finding, leading to the page of its rule. */
export function ruleLink(
  { places }: ChangeFacts,
  { rule, article }: Pick<Finding, 'rule' | 'article'>,
): string {
  const site = soundAddress(places.site);
  return link(article, site && /^[\w-]+$/.test(rule) ? `${site}/rules/${rule}/` : undefined);
}

/** A project, leading to its page; one that is not merged has none. */
export function projectLink({ places }: ChangeFacts, id: string, name: string): string {
  const site = soundAddress(places.site);
  const page = id.startsWith('references/') ? id : `projects/${id}`;
  return link(name, site && /^[\w./-]+$/.test(id) ? `${site}/${page}/` : undefined);
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[()'*!]/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
    )
    .join('/');
}

/** 「必改 3 处，请判断 2 处」; without any, 「没有要改的」. */
export function countWords(findings: readonly Finding[]): string {
  const counts = (['error', 'judgement', 'warning'] as const).flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${SEVERITY_LABEL[severity]} ${count} 处`];
  });
  return counts.length === 0 ? '没有要改的' : counts.join('，');
}

/** Titles of what the office ought to have and a filing left open: nobody has to mend it before it is received. */
export const isExpected = ({ rule }: Finding): boolean => rule === 'field-expected';

/** How many similar projects have to be answered before the filing is received: only where an approval is asked for. */
export function owedAnswers({ route, similar }: Pick<FilingFacts, 'route' | 'similar'>): number {
  return route?.approval === true ? similar.filter(({ status }) => status === '要答复').length : 0;
}
