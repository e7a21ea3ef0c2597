import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openBrowser } from '../../scripts/lab/browser.ts';
import { check } from '../../src/check.ts';
import { DRAFT_FORMAT, writeDraft } from '../../src/declare/draft.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { generateKeys, type KeyPair } from '../../src/sealing/keys.ts';
import { buildSite } from './build-site.ts';
import { DeclareForm, type Story } from './declare-form.ts';
import { type StaticServer, serveStatic } from './static-server.ts';

export const REPOSITORY = 'https://github.com/dsj/dengji';
export const PERSON = { name: '甄测试', phone: '13900001111' };
/** On a busy machine a whole filing takes its time, the more so beside four others. */
export const LONG = 240_000;
/** So long a page may take for one thing. */
const PATIENCE = 30_000;
/** The screens between the first and the last, in order. */
export const SCREENS = [
  'project',
  'basics',
  'contact',
  'money',
  'content',
  'functions',
  'safety',
  'similar',
  'papers',
  'review',
] as const;

/** A small registry of its own with a real key, its site built once, and one browser for all who fill in its form. */
export interface Place {
  readonly scratch: string;
  readonly root: string;
  readonly keys: KeyPair;
  readonly site: StaticServer;
  readonly browser: Browser;
}

let opened: Place | undefined;

export async function openPlace(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'declare-'));
  const [root, outDir] = [join(scratch, 'registry'), join(scratch, 'site')];
  const keys = await generateKeys();
  cpSync('tests/fixtures/_base', root, { recursive: true });
  const office = readFileSync(join(root, 'office.yaml'), 'utf8');
  const own = office
    .replace('演示数据: true', '演示数据: false')
    .replace("封存公钥: ''", `封存公钥: ${keys.publicKey}`);
  writeFileSync(join(root, 'office.yaml'), own);
  const build = await buildSite({ REGISTRY_ROOT: root, OUT_DIR: outDir, REPOSITORY_URL: REPOSITORY });
  expect(build.status, build.said).toBe(0);
  opened = { scratch, root, keys, site: await serveStatic(outDir), browser: await openBrowser() };
}

export async function closePlace(): Promise<void> {
  await opened?.browser.close();
  await opened?.site.close();
  if (opened) rmSync(opened.scratch, { recursive: true, force: true });
}

export function place(): Place {
  if (!opened) throw new Error('The place is not open');
  return opened;
}

/** Where the form is. */
export const address = (): string => new URL('/declare/', place().site.url).href;

export const today = (): string =>
  new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** What `check` says of a file that was handed over. */
export function errorsIn(path: string, bytes: Uint8Array): string[] {
  const files = [...readRegistryFiles(place().root), { file: path, bytes: new Uint8Array(bytes) }];
  const { findings } = check(files, { today: today(), only: new Set([path]) });
  return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** Somebody with a browser of her own. */
export class Clerk {
  readonly context: BrowserContext;
  page: Page;
  form: DeclareForm;
  /** Every request of hers, with what it carried. */
  readonly asked: string[] = [];
  readonly faults: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    this.form = new DeclareForm(page);
  }

  static async sits(options: BrowserContextOptions = {}): Promise<Clerk> {
    const viewport = { width: 360, height: 740 };
    const context = await place().browser.newContext({ viewport, acceptDownloads: true, ...options });
    const page = await context.newPage();
    const clerk = new Clerk(context, page);
    clerk.#watch(page);
    return clerk;
  }

  /** Another tab of the same browser, or the first one again after it was lost. */
  async newTab(): Promise<DeclareForm> {
    const page = await this.context.newPage();
    this.#watch(page);
    return new DeclareForm(page);
  }

  /** From now on she is in this tab. */
  goesTo(form: DeclareForm): void {
    this.form = form;
    this.page = form.page;
  }

  #watch(page: Page): void {
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('request', (request) => this.asked.push(`${request.url()} ${request.postData() ?? ''}`));
  }

  /** Files a whole story up to the last screen. */
  async file(story: Story, before?: (screen: string) => Promise<void>): Promise<void> {
    await this.form.open(address());
    await this.form.begin(story.start);
    await this.form.onward('project');
    for (const [at, name] of SCREENS.entries()) {
      await this.form.fill(story, name);
      await before?.(name);
      await this.form.onward(SCREENS[at + 1] ?? 'send');
    }
    await this.sends();
  }

  /** Opens a story that was filled in elsewhere, on one of its screens. */
  async brings(story: Story, screen: string): Promise<void> {
    await this.form.open(address());
    await this.page.check('[name=keep][value=here]');
    const buffer = Buffer.from(draftOf(story, screen));
    await this.page.setInputFiles('#open-input', { name: '草稿.json', mimeType: 'application/json', buffer });
    await this.form.screen(screen).waitFor();
    if (screen === 'send') await this.sends();
  }

  /** Waits until the last screen is ready. */
  async sends(): Promise<void> {
    await this.page.waitForFunction(() => document.getElementById('send-path')?.textContent !== '');
  }

  /** The path of the file below the registry folder, as the last screen says it. */
  async path(): Promise<string> {
    return (await this.page.textContent('#send-path'))?.replace(/^.*?projects\//, 'projects/') ?? '';
  }

  /** Goes to a screen by its address, as a link does. */
  async goesToScreen(name: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, name);
    await this.form.screen(name).waitFor();
  }

  /** Everything that this browser keeps. */
  stored(): Promise<string> {
    return this.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  }
}

/** A test of one clerk: she sits down, does her work, and nothing broke meanwhile. */
export function withClerk(work: (clerk: Clerk) => Promise<void>): () => Promise<void> {
  return async () => {
    const clerk = await Clerk.sits();
    try {
      await work(clerk);
    } finally {
      await clerk.context.close();
    }
    expect(clerk.faults).toEqual([]);
  };
}

/** The exported draft of a story. */
export function draftOf(story: Story, screen: string): string {
  const [lead, stage, fiscal] = story.start;
  return writeDraft({
    format: DRAFT_FORMAT,
    id: 'brought',
    suffix: 'k7m2',
    screen,
    seen: ['start', ...SCREENS],
    savedAt: '2026-11-01T08:00:00.000Z',
    answers: {
      不涉密承诺: 'true',
      牵头主体类型: lead,
      建设阶段: stage,
      是否使用财政资金: fiscal,
      单位: story.unit,
      ...(story.leadName === undefined ? {} : { 牵头主体名称: story.leadName }),
      ...Object.assign({}, ...Object.values(story.screens)),
    },
  });
}
