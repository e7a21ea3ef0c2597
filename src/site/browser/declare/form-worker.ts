/** Beside the page: the readers, schemas and rules of `check`, over what is being filled in. Nothing leaves the machine. */
import '../polyfills.ts';
import { config } from 'zod/mini';
import type { Draft } from '../../../declare/draft.ts';
import { differences } from '../../../declare/draft-file.ts';
import { draftValues, judgeDraft } from '../../../declare/judge.ts';
import { openFile, openFiledText } from '../../../declare/open-file.ts';
import { reviewOf } from '../../../declare/review.ts';
import { type OpenWorld, openWorld, type World } from '../../../declare/world.ts';
import { laterDay } from '../../../form/dates.ts';
import { readFiling } from '../../../form/entry-fields.ts';
import { sumFen } from '../../../form/money.ts';
import type { Comparison } from '../../../similarity/comparison.ts';
import type { Split } from '../../../similarity/splitting.ts';
import { loadKept, NotLoaded } from './load-kept.ts';
import type { Call, CallName, Calls, FoundSimilar, Place, Reply } from './messages.ts';

// The content policy forbids compiled functions; asking for them would be reported as a breach.
config({ jitless: true });

let place: Place | undefined;
let world: Promise<World> | undefined;
let opened: { readonly day: string; readonly world: OpenWorld } | undefined;

async function loadJson(path: string): Promise<unknown> {
  if (!place) throw new Error('The place is not known yet');
  const response = await loadKept(`${place.base}${path}?${place.stamp}`);
  return response.json();
}

function theWorld(): Promise<World> {
  if (world) return world;
  const loading = loadJson('world.json').then((raw) => raw as World);
  world = loading;
  loading.catch(() => {
    world = undefined;
  });
  return loading;
}

async function worldOn(day: string): Promise<OpenWorld> {
  if (opened?.day !== day) opened = { day, world: openWorld(await theWorld(), day) };
  return opened.world;
}

/** A computer's clock may be years behind: today is not before the day on which the registry was read. */
async function dayOf(told: string): Promise<string> {
  const { builtOn } = await theWorld();
  return laterDay(told, builtOn);
}

type Handlers = { readonly [N in CallName]: (asks: Calls[N]['asks']) => Promise<Calls[N]['gives']> };

const HANDLERS: Handlers = {
  judge: async ({ draft, today: told, similar, sealed }) => {
    const today = await dayOf(told);
    const open = await worldOn(today);
    const comparison = similar && comparisonOf(similar, draft, open);
    const judged = judgeDraft(draft, { world: open, today, comparison, sealed });
    return { judged, review: reviewOf(draft, draftValues(draft, open), open) };
  },
  differences: async ({ before, after }) => differences(before, after),
  open: async (asks) => openFile(asks, await theWorld()),
  openFiled: async ({ id, ...fresh }) => {
    const { others } = await theWorld();
    const at = others.findIndex((one) => one.id === id);
    if (at < 0)
      return { fault: `库里没有编号「${id}」的项目。从它的项目页点「补正、修改」，或者打开项目文件。` };
    const texts = (await loadJson(`filings/${Math.floor(at / 50)}.json`)) as readonly {
      readonly id: string;
      readonly text: string;
      readonly records?: string;
    }[];
    const filed = texts.find((one) => one.id === id);
    return filed
      ? openFiledText(filed, fresh)
      : { fault: '这个项目的文件没有读到，登记库可能刚刚更新，重新打开本页再试。' };
  },
};

function comparisonOf(
  { found, modules, telling, failure, split }: FoundSimilar,
  draft: Draft,
  open: OpenWorld,
): Comparison {
  const { entryOf } = open;
  const similar = found.map(({ candidate, digest }) => ({
    ...candidate,
    standing: candidate.id.startsWith('references/') ? ('参考项目' as const) : ('已登记' as const),
    entry: entryOf(candidate.id),
    digest,
  }));
  const whole = { similar, modules, split: split && withBudget(split, draft, open), telling, dated: false };
  return failure === undefined ? whole : { ...whole, failure };
}

/** 总投资 of all parts: the first is the draft itself. */
function withBudget(split: Split, draft: Draft, open: OpenWorld): NonNullable<Comparison['split']> {
  const own = readFiling(draftValues(draft, open).values).budget ?? 0;
  const others = split.parts.slice(1).map(({ id }) => open.entryOf(id)?.filing.budget ?? 0);
  return { ...split, budget: sumFen([own, ...others]) };
}

async function answer<N extends CallName>({ number, name, asks }: Call<N>): Promise<Reply> {
  try {
    return { number, gives: await HANDLERS[name](asks) };
  } catch (error) {
    return { number, fault: error instanceof NotLoaded ? 'not-loaded' : 'broken', detail: String(error) };
  }
}

addEventListener('message', async ({ data }: MessageEvent<Call | Place>) => {
  if ('stamp' in data) place = data;
  else postMessage(await answer(data));
});
