import { createHash } from 'node:crypto';
import type { CheckResult } from '../../check.ts';
import { type World, worldOf } from '../../declare/world.ts';
import type { UnitChoice } from '../../filing/start.ts';
import { unitChoices } from '../../io/file-new.ts';
import { folderInRepository, registryRoot } from '../../io/root.ts';
import type { Repository } from '../../registry/repository.ts';
import { sealingRefusal } from '../../sealing/contact-text.ts';
import type { SimilarOff } from './similar-model.ts';
import type { SimilarSite } from './similar-site.ts';
import { repositoryOf } from './source.ts';

/** What the form's page is built from. */
export interface DeclarePage {
  readonly world: World;
  readonly settings: {
    readonly repository: Repository | undefined;
    /** Where the page may open a request itself; undefined while the platform is not known or offers none. */
    readonly api: string | undefined;
    /** The registry folder from the top of the repository. */
    readonly folder: string;
    /** Why 联系方式 cannot be sealed here; undefined where it can. */
    readonly sealingRefusal: string | undefined;
    readonly similarStamp: string | undefined;
    readonly units: readonly UnitChoice[];
  };
}

/** Gathers it. */
export function declareOf(
  registry: CheckResult,
  similar: Pick<SimilarSite, 'stamp'> | SimilarOff,
): DeclarePage {
  const plain = worldOf(registry, '');
  const stamp = createHash('sha256').update(JSON.stringify(plain)).digest('hex').slice(0, 16);
  const world = { ...plain, stamp };
  const { office } = world;
  const repository = repositoryOf(office.settings);
  return {
    world,
    settings: {
      repository,
      api: repository && apiOf(repository),
      folder: folderInRepository(registryRoot()),
      sealingRefusal: sealingRefusal(office.sealingKeys, { demoRegistry: office.demo, demoEntry: false }),
      similarStamp: typeof similar === 'string' ? undefined : similar.stamp,
      units: unitChoices(registry.units),
    },
  };
}

/** The address of a forge's interface that a page may use; its host is then named in the content policy. */
export function apiOf({ web, platform }: Repository): string | undefined {
  // Owner and name are the last two; a forge may itself lie in a folder of its host.
  const top = web.split('/').slice(0, -2).join('/');
  if (platform === 'GitHub') return top === 'https://github.com' ? 'https://api.github.com' : `${top}/api/v3`;
  return platform === 'Gitea' || platform === 'Forgejo' ? `${top}/api/v1` : undefined;
}

/** A filing as the form opens it again. */
export interface FiledText {
  readonly id: string;
  readonly text: string;
  readonly records?: string;
}

/** Texts of filings in one file. */
const PER_FILE = 50;

/** The filings' texts, so many to a file, in the order of `World.others`. */
export function filedTexts({ projects, records }: CheckResult): readonly (readonly FiledText[])[] {
  const all = projects.map(({ entry, parsed }): FiledText => {
    const log = records.get(entry.id);
    return { id: entry.id, text: parsed.text, ...(log ? { records: log.parsed.text } : {}) };
  });
  const count = Math.ceil(all.length / PER_FILE);
  return Array.from({ length: count }, (_, at) => all.slice(at * PER_FILE, (at + 1) * PER_FILE));
}
