import { type Day, isDay } from '../form/dates.ts';
import { cleanText } from '../ledger/clean.ts';
import { isDcat, isSchema, readThings, type Term, type Thing } from './linked-data.ts';

/** A project as another registry publishes it; all text is the other's, and only cleaned. */
export interface ForeignProject {
  /** The address of its page, or another name of it in the world. */
  readonly iri: string;
  readonly id: string;
  readonly name: string;
  readonly unit: string | undefined;
  readonly content: string;
  readonly functions: readonly string[];
  /** In yuan. */
  readonly yuan: number | undefined;
  readonly year: string | undefined;
  readonly number: string | undefined;
  readonly state: string | undefined;
  readonly isDemo: boolean;
}

/** What another registry publishes. */
export interface ForeignCatalogue {
  readonly publisher: string;
  readonly area: string | undefined;
  /** The address of its site, where its data says it. */
  readonly site: string | undefined;
  readonly day: Day | undefined;
  readonly licence: string | undefined;
  readonly projects: readonly ForeignProject[];
}

/** Longest text that is taken; what follows is cut, for a reference only shows what to compare. */
const LONGEST = 15_000;
const MOST_FUNCTIONS = 100;

/** Reads the catalogue of another registry (DCAT in JSON-LD). Undefined when it is none. */
export function readCatalogue(document: unknown): ForeignCatalogue | undefined {
  const things = readThings(document);
  const catalogue = things.find((thing) => isDcat(thing, 'Catalog'));
  const projects = things.filter((thing) => isSchema(thing, 'Project'));
  if (!catalogue && projects.length === 0) return undefined;
  const about = catalogue ?? things.find((thing) => isDcat(thing, 'Dataset'));
  const [publisher] = about?.things('publisher') ?? [];
  const day = about && first(about, 'modified')?.slice(0, 10);
  const dataset = things.find((thing) => isDcat(thing, 'Dataset'));
  return {
    publisher:
      (publisher && first(publisher, 'name')) || (about && first(about, 'title')) || '没有写名称的登记库',
    area: dataset && areaOf(dataset),
    site: catalogue && siteOf(catalogue.id),
    day: day !== undefined && isDay(day) ? day : undefined,
    licence: about && first(about, 'licence'),
    projects: projects.map(projectOf),
  };
}

function first(thing: Thing, term: Term): string | undefined {
  const text = cleanText(thing.texts(term)[0] ?? '').slice(0, LONGEST);
  return text === '' ? undefined : text;
}

/** The place that the data is about: named as a thing, or in a bare word. */
function areaOf(dataset: Thing): string | undefined {
  const [place] = dataset.things('spatial');
  return place ? first(place, 'label') : first(dataset, 'spatial');
}

/** The catalogue of a site stands at `data/` below it. */
function siteOf(id: string): string | undefined {
  return /^https?:\/\//.test(id) ? id.replace(/data\/(?:[^/]*)$/, '') : undefined;
}

function projectOf(thing: Thing): ForeignProject {
  const content = [first(thing, 'description'), first(thing, 'abstract')].filter(
    (part) => part !== undefined,
  );
  const [creator] = thing.things('creator');
  const [funding] = thing.things('funding');
  const yuan = Number(funding?.texts('value')[0] ?? Number.NaN);
  const issued = first(thing, 'issued');
  return {
    iri: cleanText(thing.id),
    id: first(thing, 'identifier') ?? cleanText(thing.id),
    name: first(thing, 'title') ?? '',
    unit: creator && first(creator, 'name'),
    content: content.join('\n\n').slice(0, LONGEST),
    functions: thing
      .texts('keyword')
      .map(cleanText)
      .filter((name) => name !== '')
      .slice(0, MOST_FUNCTIONS),
    yuan: Number.isFinite(yuan) && yuan >= 0 && yuan < 1e12 ? yuan : undefined,
    year: /^(?:19|20)\d\d/.exec(issued ?? '')?.[0],
    number: first(thing, 'number'),
    state: first(thing, 'status'),
    isDemo: first(thing, 'extra')?.includes('演示') ?? false,
  };
}
