import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderAddress, sourceName } from '../federation/name-source.ts';
import { type HarvestReport, planHarvest } from '../federation/plan-harvest.ts';
import { readCatalogue } from '../federation/read-catalogue.ts';
import type { Day } from '../form/dates.ts';
import { type Harvest, harvestHead, readHarvests } from '../registry/harvests.ts';
import { HARVESTS_FILE, isKind } from '../registry/paths.ts';
import { type ReadReference, readReference } from '../registry/read-reference.ts';
import type { ReferenceLevel } from '../regulation/vocabulary.ts';
import { writeHead } from '../text/write.ts';
import { changeFiles } from './change-files.ts';
import { fetchCatalogue, HarvestError, isAddress, siteAddressOf } from './fetch-catalogue.ts';
import { withLock } from './lock.ts';
import { readRegistryFiles } from './registry-files.ts';
import { UsageError } from './usage-error.ts';

export interface HarvestOptions {
  readonly level?: ReferenceLevel | undefined;
  readonly name?: string | undefined;
  readonly today: Day;
  readonly dryRun?: boolean;
}

const HEADER = '# 收录的其他登记库，由 npm run -s registry -- harvest 写；不再收录的，删去那一条。\n';

/**
 * Takes the open data of other registries into `references/`, and writes down in `harvests.yaml` what was had and what
 * was not. Without places all that are in the list are taken again. A registry that cannot be had changes nothing but
 * its line in the list.
 */
export async function harvest(
  places: readonly string[],
  root: string,
  options: HarvestOptions,
): Promise<readonly HarvestReport[]> {
  const known = harvestsOf(root);
  const wanted = places.length > 0 ? places : known.map(({ address }) => address).filter(isAddress);
  if (wanted.length === 0)
    throw new UsageError(
      known.length === 0
        ? '还没有收录过别的登记库：写明网站地址或生成好的网站文件夹，例如 harvest https://example.gov.cn/registry/'
        : '列表里的登记库都来自本地文件夹：写明文件夹再取。',
    );
  const reports: HarvestReport[] = [];
  for (const place of wanted) reports.push(await harvestOne(place, root, options));
  return reports;
}

function harvestsOf(root: string): readonly Harvest[] {
  const path = join(root, HARVESTS_FILE);
  if (!existsSync(path)) return [];
  const { harvests, findings } = readHarvests({ file: HARVESTS_FILE, bytes: readFileSync(path) });
  const [fault] = findings;
  if (fault) throw new UsageError(`${HARVESTS_FILE}：${fault.message}`);
  return harvests;
}

function referencesOf(root: string): readonly ReadReference[] {
  return readRegistryFiles(root)
    .filter(({ file }) => isKind('reference', file))
    .map(({ file, bytes }) => readReference(file, bytes));
}

const NOTHING = { added: 0, updated: 0, unchanged: 0, gone: 0, left: [] } as const;

async function harvestOne(place: string, root: string, options: HarvestOptions): Promise<HarvestReport> {
  const { today, dryRun = false } = options;
  const given = isAddress(place) && URL.canParse(place) ? siteAddressOf(place) : folderAddress(place);
  try {
    const catalogue = readCatalogue(await fetchCatalogue(place));
    if (!catalogue) throw new HarvestError('取到的不是登记库的数据目录，里面没有项目');
    const address = isAddress(place) ? given : (catalogue.site ?? given);
    return withLock(root, () => {
      const known = harvestsOf(root);
      const name = options.name ?? sourceName(catalogue.publisher, address, known);
      const before = known.find((one) => one.address === address);
      const level = options.level ?? before?.level ?? '外地';
      const source = { name, address: isAddress(address) ? address : undefined, level };
      const plan = planHarvest(catalogue, source, referencesOf(root), today);
      const { writes, ...counts } = plan;
      const line: Harvest = {
        name,
        address,
        level,
        fetchedOn: today,
        dataDay: catalogue.day,
        count: counts.added + counts.updated + counts.unchanged,
        licence: catalogue.licence?.slice(0, 200),
      };
      if (!dryRun) changeFiles(root, [...writes, listWith(known, line)]);
      return { name, address, ...counts };
    });
  } catch (error) {
    if (!(error instanceof HarvestError)) throw error;
    return withLock(root, () => {
      const known = harvestsOf(root);
      const before = known.find(({ address }) => address === given);
      if (before && !dryRun)
        changeFiles(root, [
          listWith(known, { ...before, failedOn: today, reason: error.message.slice(0, 300) }),
        ]);
      return { name: before?.name ?? given, address: given, failed: error.message, ...NOTHING };
    });
  }
}

/** The list with this line in place of the one of its address. */
function listWith(
  known: readonly Harvest[],
  line: Harvest,
): { readonly file: string; readonly bytes: Uint8Array } {
  const isKnown = known.some(({ address }) => address === line.address);
  const lines = isKnown ? known.map((one) => (one.address === line.address ? line : one)) : [...known, line];
  const items = lines.map((one) =>
    writeHead(harvestHead(one))
      .replace(/^(?=.)/gm, '  ')
      .replace(/^ {2}/, '- '),
  );
  return { file: HARVESTS_FILE, bytes: new TextEncoder().encode(`${HEADER}${items.join('')}`) };
}
