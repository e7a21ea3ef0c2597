import { type Account, accountsOn, scopeOf } from '../../accounts/account.ts';
import { type Evaluation, evaluateYear, yearsOf } from '../../accounts/year/evaluate.ts';
import type { CheckResult } from '../../check.ts';
import { loadSiteLexicon, type SiteLexicon } from '../../io/lexicon-file.ts';
import { loadRegistry } from '../../io/registry.ts';
import { registryRoot } from '../../io/root.ts';
import { type About, aboutData, addressBelow } from '../../open-data/about.ts';
import type { Repository } from '../../registry/repository.ts';
import type { CatalogueItem } from '../view/catalogue.ts';
import { type FilledFacet, fillFacets, listedItems } from '../view/facet-values.ts';
import { BASE } from '../view/links.ts';
import { buildModel, type SiteModel } from '../view/model.ts';
import { type ListPage, paginate } from '../view/paging.ts';
import { type ChangedEntries, readChanged } from './changed-entries.ts';
import { type DeclarePage, declareOf } from './declare.ts';
import { historyOf, type SiteHistory } from './history.ts';
import { readKept } from './kept-site.ts';
import { type SimilarOff, similarOf } from './similar-model.ts';
import { type SimilarSite, similarSite } from './similar-site.ts';
import { repositoryOf } from './source.ts';
import { besideFolder, readJudgement, readRegistryJudged, readSimilar } from './worked-out.ts';

/** What the pages of one build share: each is worked out when first asked for, and once. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Some entries alone, where only their pages are drawn: of a build that renews what has changed, or by one of several
 * processes, which has the judgement from beside; undefined where all pages are.
 */
const siteSome = once((): ChangedEntries | undefined => {
  const { REGISTRY_KEPT: folder, REGISTRY_CHANGED: ids } = process.env;
  if (!folder || !ids) return undefined;
  const beside = besideFolder();
  const judged = beside === undefined ? undefined : readJudgement(beside);
  return readChanged(readKept(folder), registryRoot(), JSON.parse(ids) as string[], judged);
});

/** The registry that the site shows. */
export const siteRegistry = once(async (): Promise<CheckResult> => {
  const some = siteSome();
  if (some) return some.registry;
  const beside = besideFolder();
  return beside === undefined ? loadRegistry(registryRoot()) : readRegistryJudged(beside, registryRoot());
});

/** Where filings are sent, for the links to it; undefined while nobody says where it lies. */
export const siteRepository = once(
  (): Promise<Repository | undefined> =>
    siteRegistry().then(({ office }) => repositoryOf(office?.settings ?? {})),
);

/** Everything that the pages look up. */
export const siteModel = once(
  async (): Promise<SiteModel> => siteSome()?.model ?? buildModel(await siteRegistry()),
);

/** The facets over the whole catalogue. */
export const siteFacets = once(
  (): Promise<FilledFacet[]> => siteModel().then(({ items }) => fillFacets(items)),
);

/** The pages of the whole catalogue. */
export const sitePages = once(
  (): Promise<ListPage<CatalogueItem>[]> => siteModel().then(({ items }) => paginate(listedItems(items))),
);

/** The concepts by which similar projects are looked for. */
export const siteLexicon = once((): SiteLexicon => loadSiteLexicon(registryRoot()));

/** The past of the filings, from the repository. */
export const siteHistory = once(
  (): Promise<SiteHistory> =>
    siteRegistry().then((registry) => historyOf(registry, registryRoot(), siteSome()?.nameOf)),
);

/** What is needed to look for similar projects, or why there is no looking. */
export const siteSimilar = once(async (): Promise<SimilarSite | SimilarOff> => {
  const beside = besideFolder();
  if (beside !== undefined) return readSimilar(beside);
  const some = siteSome();
  if (some) return some.similar;
  const model = similarOf(await siteRegistry(), registryRoot());
  return typeof model === 'string' ? model : similarSite(model);
});

/** What the form's page is built from. */
export const siteDeclare = once(
  async (): Promise<DeclarePage> => declareOf(await siteRegistry(), await siteSimilar()),
);

/** Every project as figures look at it today. */
export const siteAccounts = once(
  (): Promise<readonly Account[]> => siteRegistry().then((registry) => accountsOn(registry, registry.today)),
);

/** The evaluation of every year since the first filing, the latest first. */
export const siteYears = once(async (): Promise<readonly Evaluation[]> => {
  const registry = await siteRegistry();
  const { shown } = scopeOf(await siteAccounts());
  return yearsOf(shown, registry.today).map((year) => evaluateYear(registry, year));
});

/** What is said of the data that goes out. */
export const siteAbout = once(
  (): Promise<About> => siteRegistry().then(({ office, today }) => aboutData(office, today, siteAddress())),
);

/** Where the site will stand, with its base path; undefined while the deployment has not said. */
export function siteAddress(): string | undefined {
  const { SITE } = process.env;
  return SITE ? addressBelow(SITE, BASE) : undefined;
}
