import { type Account, stepsThatHold } from '../accounts/account.ts';
import { type About, moment, projectIri, registryIri } from './about.ts';

/** So many things of late stand in the feed. */
const LATEST = 60;

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML takes it; what XML cannot hold is left out. */
export function xml(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly link: string;
  readonly summary: string;
  readonly author: string;
}

/** What the office recorded of late, and what was filed, as an Atom feed (RFC 4287). `home` leads to the site's root. */
export function atomFeed(accounts: readonly Account[], about: About, home: string): string {
  const entries = accounts
    .flatMap((account) => [...filed(account, about, home), ...recorded(account, about, home)])
    .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1))
    .slice(0, LATEST);
  const updated = moment(entries[0]?.day ?? about.day);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    '  <title>数智金水项目登记库：办理动态</title>',
    `  <id>${xml(registryIri(about, 'data/feed.xml'))}</id>`,
    `  <link rel="self" href="${xml(registryLink(about, home, 'data/feed.xml'))}"/>`,
    `  <link rel="alternate" href="${xml(registryLink(about, home, ''))}"/>`,
    `  <updated>${updated}</updated>`,
    `  <author><name>${xml(about.publisher)}</name></author>`,
    ...(about.licence ? [`  <rights>${xml(about.licence.name)} ${xml(about.licence.url)}</rights>`] : []),
    ...entries.flatMap(entryLines),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entryLines({ id, title, day, link, summary, author }: Entry): readonly string[] {
  return [
    '  <entry>',
    `    <title>${xml(title)}</title>`,
    `    <id>${xml(id)}</id>`,
    `    <link href="${xml(link)}"/>`,
    `    <updated>${moment(day)}</updated>`,
    `    <author><name>${xml(author)}</name></author>`,
    `    <summary>${xml(summary)}</summary>`,
    '  </entry>',
  ];
}

function registryLink({ site }: About, home: string, path: string): string {
  return site === undefined ? `${home}${path}` : `${site}${path}`;
}

function filed({ id, name, entry, unitName, demo }: Account, about: About, home: string): readonly Entry[] {
  const day = entry.filing.filedOn;
  if (day === undefined) return [];
  const head = `${demo ? '演示　' : ''}填报：${name}`;
  const link = registryLink(about, home, `projects/${id}/`);
  return [
    {
      id: `${projectIri(about, id)}#filed`,
      title: head,
      day,
      link,
      summary: entry.filing.effect ?? '',
      author: unitName,
    },
  ];
}

function recorded({ id, name, life, unitName, demo }: Account, about: About, home: string): readonly Entry[] {
  const link = registryLink(about, home, `projects/${id}/`);
  return stepsThatHold(life).map(({ event, label }) => ({
    id: `${projectIri(about, id)}#event-${event.index + 1}`,
    title: `${demo ? '演示　' : ''}${label}：${name}`,
    day: event.date,
    link,
    summary:
      [event.number, event.document, event.note].filter((part) => part !== undefined).join('；') || label,
    author: unitName,
  }));
}
