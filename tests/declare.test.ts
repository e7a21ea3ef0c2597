import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../scripts/lab/browser.ts';
import { check } from '../src/check.ts';
import { readParcel } from '../src/declare/parcel.ts';
import { readRegistryFiles } from '../src/io/registry-files.ts';
import { unsealContact } from '../src/sealing/contact.ts';
import { generateKeys, type KeyPair } from '../src/sealing/keys.ts';
import { DeclareForm, type Story } from './support/declare-form.ts';
import { SLIPS, STORIES } from './support/declare-stories.ts';
import { forward, startGitHub } from './support/emulated-github.ts';
import { type StaticServer, serveStatic } from './support/static-server.ts';

/** A small registry of its own with a real key, built once, and its form used in a real browser. */
const scratch = mkdtempSync(join(tmpdir(), 'declare-'));
const root = join(scratch, 'registry');
const outDir = join(scratch, 'site');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const REPOSITORY = 'https://github.com/dsj/dengji';
const PERSON = { name: '甄测试', phone: '13900001111' };
const today = (): string =>
  new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

let keys: KeyPair;
let site: StaticServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let form: DeclareForm;
let asked: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  keys = await generateKeys();
  cpSync('tests/fixtures/_base', root, { recursive: true });
  const office = readFileSync(join(root, 'office.yaml'), 'utf8');
  const own = office
    .replace('演示数据: true', '演示数据: false')
    .replace("封存公钥: ''", `封存公钥: ${keys.publicKey}`);
  writeFileSync(join(root, 'office.yaml'), own);
  const env = { ...process.env, REGISTRY_ROOT: root, OUT_DIR: outDir, REPOSITORY_URL: REPOSITORY };
  const build = spawnSync(process.execPath, ['scripts/build.ts'], { env, encoding: 'utf8' });
  expect(build.status, build.stdout + build.stderr).toBe(0);
  site = await serveStatic(outDir);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(scratch, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, acceptDownloads: true });
  page = await watched(context);
  form = new DeclareForm(page);
  asked = [];
});

afterEach(async () => {
  await context.close();
  expect(faults.splice(0)).toEqual([]);
});

async function watched(where: BrowserContext): Promise<Page> {
  const made = await where.newPage();
  made.setDefaultTimeout(15_000);
  made.on('pageerror', (error) => faults.push(String(error)));
  made.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  return made;
}

const address = (): string => new URL('/declare/', site.url).href;

/** Files a whole story up to the last screen. */
async function file(story: Story, before?: (screen: string) => Promise<void>): Promise<void> {
  await form.open(address());
  await form.begin(story.start);
  await form.onward('project');
  const names = [
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
  ];
  for (const [at, name] of names.entries()) {
    await form.fill(story, name);
    await before?.(name);
    await form.onward(names[at + 1] ?? 'send');
  }
  await page.waitForFunction(() => document.getElementById('send-path')?.textContent !== '');
}

/** What `check` says of a file that was handed over. */
function errorsIn(path: string, bytes: Uint8Array): string[] {
  const files = [...readRegistryFiles(root), { file: path, bytes: new Uint8Array(bytes) }];
  const { findings } = check(files, { today: today(), only: new Set([path]) });
  return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** What axe, which was put into the page before, finds wrong. */
function violations(): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
  });
}

/** On a busy machine a whole filing takes its time. */
const LONG = 120_000;

describe('filing in the browser', { timeout: LONG }, () => {
  it.each(Object.entries(STORIES))('takes %s from nothing to a file that check accepts', async (_, story) => {
    await file(story);
    expect(await page.isVisible('#send-ready')).toBe(true);
    const path = (await page.textContent('#send-path'))?.replace(/^.*?projects\//, 'projects/') ?? '';
    const { name, bytes } = await form.download('#download-file', scratch);
    expect(path).toBe(`projects/${story.unit}/${name}`);
    expect(name).toMatch(/^shi-li-jie-dao-jing-gai-yu-ji-shui-gan-zhi-ping-[a-z-]*[2-9a-z]{4}\.md$/);
    expect(errorsIn(path, bytes)).toEqual([]);
  });

  it.each(Object.entries(STORIES))('names five slips in %s and takes the repair', async (_, story) => {
    const said: string[] = [];
    await file(story, async (screen) => {
      for (const slip of SLIPS.filter((one) => one.screen === screen)) {
        await form.put(form.field(slip.label), slip.wrong);
        const summary = await form.refused(screen);
        expect(summary).toMatch(slip.says);
        expect(await form.field(slip.label).locator('[aria-invalid]').count()).toBeGreaterThan(0);
        said.push(slip.label);
        const right = story.screens[screen]?.[slip.label];
        if (right !== undefined) await form.put(form.field(slip.label), right);
      }
    });
    expect(said).toHaveLength(SLIPS.length);
    expect(await page.isVisible('#send-ready')).toBe(true);
  });
});

describe('what is written', { timeout: LONG }, () => {
  it('comes back with its changes after the tab was killed in the middle', async () => {
    const story = STORIES['6.1'] as Story;
    await form.open(address());
    await form.begin(story.start);
    await form.onward('project');
    await form.fill(story, 'project');
    await form.onward('basics');
    await page.fill('#f-effect', '写到一半');
    await form.settled();
    const client = await context.newCDPSession(page);
    client.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash');
    await page.close();
    page = await watched(context);
    form = new DeclareForm(page);
    await form.open(address());
    await page.waitForSelector('#restored:not([hidden])');
    const told = await page.textContent('#restored');
    expect(told).toContain('上次没有正常关闭');
    expect(told).toContain('写到一半');
    expect(await page.inputValue('#f-effect')).toBe('写到一半');
    expect(await page.evaluate(() => location.hash)).toBe('#basics');
  });

  it('goes to another computer as a file, and back to an earlier state', async () => {
    const story = STORIES['6.2'] as Story;
    await form.open(address());
    await form.begin(story.start, 'tab');
    await form.onward('project');
    await form.fill(story, 'project');
    await form.onward('basics');
    await page.click('[data-screen=basics] [data-back]');
    await page.fill('#f-name', '改过的名称平台');
    await form.onward('basics');
    const { name, bytes } = await form.download('#export-draft', scratch);
    expect(name).toBe('草稿-改过的名称平台.json');
    const other = await browser.newContext();
    const second = new DeclareForm(await watched(other));
    await second.open(address());
    await second.page.click('#open-file summary');
    await second.page.setInputFiles('#open-input', { name, mimeType: 'application/json', buffer: bytes });
    await second.screen('basics').waitFor();
    expect(await second.page.inputValue('#f-name')).toBe('改过的名称平台');
    await other.close();
    await page.click('#show-versions');
    const older = page.locator('#versions-list li', { hasText: '换回这一版' }).last();
    await older.getByText('看和现在有什么不同').click();
    await older.locator('table').waitFor();
    expect(await older.textContent()).toContain('改过的名称平台');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('is opened in one tab at a time', async () => {
    await form.open(address());
    await form.begin((STORIES['6.1'] as Story).start);
    await form.onward('project');
    await page.fill('#f-name', '井盖感知平台');
    await form.settled();
    const second = new DeclareForm(await watched(context));
    await second.open(address());
    const told = /「井盖感知平台」正在另一个标签页里填/;
    expect(await second.page.textContent('#drafts-said')).toMatch(told);
    expect(await second.page.inputValue('#f-name')).toBe('');
    await second.page.getByRole('button', { name: '继续填「井盖感知平台」' }).click();
    expect(await second.page.inputValue('#f-name')).toBe('');
    await page.close();
    await second.page.getByRole('button', { name: '继续填「井盖感知平台」' }).click();
    await second.screen('project').waitFor();
    expect(await second.page.inputValue('#f-name')).toBe('井盖感知平台');
  });

  it.each(['forbidden', 'full'])('goes on where the storage is %s, and says so', async (how) => {
    await context.addInitScript((kind) => {
      const refuse = (): never => {
        throw new DOMException(kind, 'SecurityError');
      };
      if (kind === 'full') Storage.prototype.setItem = refuse;
      else
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
          Object.defineProperty(globalThis, name, { get: refuse });
    }, how);
    await form.open(address());
    await form.begin((STORIES['6.1'] as Story).start);
    await form.onward('project');
    await page.fill('#f-name', '井盖感知平台');
    await page.waitForFunction(() => document.getElementById('saved')?.textContent !== '');
    expect(await page.textContent('#saved')).toContain('离开以前点「导出草稿」');
    const { name } = await form.download('#export-draft', scratch);
    expect(name).toBe('草稿-井盖感知平台.json');
  });

  it('is left alone while an input method composes', async () => {
    await form.open(address());
    await form.begin(['街道办事处', '已建成', '是']);
    await form.onward('project');
    await page.focus('#f-name');
    await page.evaluate(() => {
      const heard: string[] = [];
      for (const type of ['compositionstart', 'compositionend'])
        document.addEventListener(type, () => heard.push(type));
      Object.assign(globalThis, { heard, box: document.getElementById('f-name') });
    });
    const client = await context.newCDPSession(page);
    for (const text of ['ji', 'jing', 'jing gai'])
      await client.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await page.keyboard.press('Enter');
    await page.waitForTimeout(500);
    expect(await page.inputValue('#f-name')).toContain('jing');
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept).not.toContain('jing gai');
    await client.send('Input.insertText', { text: '井盖感知平台' });
    await form.settled();
    const state = await page.evaluate(() => {
      const { heard, box } = globalThis as unknown as { heard: string[]; box: HTMLInputElement };
      return { heard, same: box === document.getElementById('f-name'), value: box.value };
    });
    expect(state.same).toBe(true);
    expect(state.heard).toContain('compositionstart');
    expect(state.value).toContain('井盖感知平台');
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('井盖感知平台');
  });

  it('keeps every line that is pasted from Word', async () => {
    await form.open(address());
    await form.begin(['街道办事处', '已建成', '是']);
    await form.onward('project');
    const pasted = '一、现状\r\n\r\n\r\n二、问题\r\n# 不是标题\r\n---\r\n三、依据';
    await page.evaluate((text) => {
      location.hash = 'content';
      const box = document.getElementById('f-overview') as HTMLTextAreaElement;
      box.focus();
      box.setRangeText(text, 0, 0, 'end');
      box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    }, pasted);
    await form.settled();
    const [draft] = await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.startsWith('declare-draft:')),
    );
    const kept = await page.evaluate(
      (key) => JSON.parse(localStorage.getItem(key) ?? '{}').answers.项目概况,
      draft ?? '',
    );
    expect(kept).toBe(pasted.replaceAll('\r\n', '\n'));
  });
});

describe('what is personal', { timeout: LONG }, () => {
  it('leaves the page sealed only: not in the file, in storage or in any request', async () => {
    await file(STORIES['6.3'] as Story, async (screen) => {
      if (screen !== 'contact') return;
      await page.fill('[data-contact="项目负责人"] input', PERSON.name);
      await page.fill('[data-contact="联系电话"] input', PERSON.phone);
    });
    const path = (await page.textContent('#send-path'))?.replace(/^.*?projects\//, 'projects/') ?? '';
    const { bytes } = await form.download('#download-office', scratch);
    const text = bytes.toString('utf8');
    expect(errorsIn(path, bytes)).toEqual([]);
    const block =
      /-----BEGIN AGE[\s\S]+?END AGE ENCRYPTED FILE-----/.exec(text)?.[0].replace(/^ +/gm, '') ?? '';
    const id = path.replace(/^projects\/|\.md$/g, '');
    const opened = await unsealContact(block, id, [keys.privateKey]);
    expect(opened).toEqual({ ok: true, values: { 项目负责人: PERSON.name, 联系电话: PERSON.phone } });
    const stored = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    for (const place of [text, await stored(), ...asked, await page.content()])
      for (const word of Object.values(PERSON)) expect(place).not.toContain(word);
    await page.click('#finish');
    expect(await stored()).not.toMatch(/declare-(?:draft|versions)|井盖/);
    expect(asked.filter((one) => !one.startsWith(site.url) && !one.startsWith('blob:'))).toEqual([]);
  });

  it('is sealed anew when the unit changes, for the office opens it under its name only', async () => {
    await file(STORIES['6.3'] as Story, async (screen) => {
      if (screen !== 'contact') return;
      await page.fill('[data-contact="项目负责人"] input', PERSON.name);
    });
    await page.evaluate(() => {
      location.hash = 'project';
    });
    await page.fill('#unit-search', '');
    const other = page.locator('[name=unit]:not(:checked):visible').first();
    await other.check();
    await form.onward('basics');
    await page.evaluate(() => {
      location.hash = 'contact';
    });
    expect(await form.refused('contact')).toContain('联系方式：申报单位改过，以前加密的打不开了');
    await page.click('#contact-again');
    await page.fill('[data-contact="项目负责人"] input', PERSON.name);
    await form.onward('money');
  });

  it('takes a sealed attachment along in one parcel', async () => {
    const story = STORIES['6.1'] as Story;
    await file(story, async (screen) => {
      if (screen !== 'papers') return;
      const row = form.field('附件').locator('[data-row]').first();
      await row.locator('input[value="密封附件"]').check();
      await row.locator('input[type=file]').setInputFiles({
        name: '方案.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7 方案'),
      });
      await row.getByText(/已加密：/).waitFor();
    });
    // Still there after a reload, and on another computer.
    await page.reload();
    await page.waitForSelector('#send-ready:not([hidden])');
    const draft = await form.download('#export-draft', scratch);
    expect(draft.name).toMatch(/^草稿-.*\.zip$/);
    const elsewhere = await browser.newContext();
    const second = new DeclareForm(await watched(elsewhere));
    await second.open(address());
    await second.page.click('#open-file summary');
    await second.page.setInputFiles('#open-input', {
      ...draft,
      mimeType: 'application/zip',
      buffer: draft.bytes,
    });
    await second.page.waitForSelector('#send-ready:not([hidden])');
    const carried = await second.download('#download-office', scratch);
    await elsewhere.close();
    const { name, bytes } = await form.download('#download-office', scratch);
    expect(name).toMatch(/\.zip$/);
    expect(carried.bytes).toEqual(bytes);
    const parcel = readParcel(new Uint8Array(bytes));
    if ('fault' in parcel) throw new Error(parcel.fault);
    const [filing, sealed] = parcel;
    expect(sealed?.file).toMatch(/^projects\/shili\/[a-z0-9-]+\/[a-z0-9-]+\.pdf\.age$/);
    for (const one of parcel) {
      mkdirSync(join(root, one.file, '..'), { recursive: true });
      writeFileSync(join(root, one.file), one.bytes);
    }
    const { findings } = check(readRegistryFiles(root), {
      today: today(),
      only: new Set([filing?.file ?? '']),
    });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const one of parcel) rmSync(join(root, one.file));
  });
});

describe('the page', { timeout: LONG }, () => {
  it('opens a registered filing and gives it back with one line changed', async () => {
    await form.open(`${address()}#edit=shili/guanai`);
    await form.screen('review').waitFor();
    await page.evaluate(() => {
      location.hash = 'money';
    });
    await page.fill('#f-actual', '317');
    await form.settled();
    await page.evaluate(() => {
      location.hash = 'send';
    });
    await page.waitForFunction(() => document.getElementById('send-path')?.textContent?.includes('guanai'));
    const { name, bytes } = await form.download('#download-file', scratch);
    expect(name).toBe('guanai.md');
    const was = readFileSync(join(root, 'projects/shili/guanai.md'), 'utf8');
    expect(bytes.toString('utf8')).toBe(was.replace('实际完成投资: 318', '实际完成投资: 317'));
  });

  it('has nothing that axe finds, on any screen, at 360 px', async () => {
    const found: string[] = [];
    await form.open(address());
    await page.evaluate(AXE);
    const look = async (where: string) => {
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      found.push(
        ...(await violations()).map((one) => `${where}: ${one}`),
        ...(wide ? [`${where}: wider than the screen`] : []),
      );
    };
    await form.begin((STORIES['6.2'] as Story).start);
    await look('start');
    await form.onward('project');
    for (const name of [
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
      'send',
    ]) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, name);
      await form.screen(name).waitFor();
      if (name !== 'review' && name !== 'send') await form.next();
      await page.waitForTimeout(250);
      await look(name);
    }
    expect(found).toEqual([]);
  });

  it('works without a network once it was opened', async () => {
    await form.open(address());
    await page.waitForSelector('#declare[data-offline=ready]');
    // What later screens bring is kept, and the page itself has not loaded it.
    const scripts = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, '')),
    );
    expect(
      scripts.filter((name) => /^(?:slug|seal|send-view|print-view|open-request)[.-]/.test(name)),
    ).toEqual([]);
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector('#declare:not([hidden])');
    await form.begin((STORIES['6.1'] as Story).start);
    await form.onward('project');
    expect(await form.refused('project')).toContain('项目名称');
    await form.fill(STORIES['6.1'] as Story, 'project');
    await form.onward('basics');
    await page.evaluate(() => {
      location.hash = 'contact';
    });
    await page.fill('[data-contact="项目负责人"] input', PERSON.name);
    await form.onward('money');
    await page.evaluate(() => {
      location.hash = 'content';
    });
    await form.fill(STORIES['6.1'] as Story, 'content');
    await page.evaluate(() => {
      location.hash = 'similar';
    });
    await page.waitForFunction(
      () => !/正在比对|^$/.test(document.getElementById('similar-state')?.textContent ?? ''),
    );
    expect(await page.textContent('#similar-state')).not.toContain('没有做成');
    await page.evaluate(() => {
      location.hash = 'send';
    });
    await page.waitForFunction(() => document.getElementById('send-path')?.textContent !== '');
    const { name, bytes } = await form.download('#download-file', scratch);
    expect(name).toMatch(/^shi-li-jie-dao-/);
    expect(bytes.toString('utf8')).toContain('BEGIN AGE');
    await context.setOffline(false);
  });

  it.each([
    ['with its own branch, where it may write', 'dsj'],
    ['from a copy of its own, where it may not', 'clerk'],
  ])('opens the request on GitHub %s, and once only', async (_, login) => {
    const hub = await startGitHub(REPOSITORY, ['dsj', 'clerk']);
    const tokens = await forward(context, 'https://api.github.com', hub);
    await file(STORIES['6.1'] as Story);
    const { name, bytes } = await form.download('#download-file', scratch);
    await page.fill('#token', hub.tokenOf(login));
    await page.click('#open-request');
    await page.getByText('打开送件单').waitFor();
    expect(await page.getAttribute('#request-state a', 'href')).toMatch(/\/pull\/1$/);
    const [pull] = (await hub.get('/pulls?state=open')) as { head: { label: string; ref: string } }[];
    const stem = `shili/${name.replace('.md', '')}`;
    expect(pull?.head).toMatchObject({ label: `${login}:filing/${stem}`, ref: `filing/${stem}` });
    const path = `/contents/registry/projects/${stem}.md?ref=filing/${stem}`;
    const kept = (await hub.get(path, login)) as { content: string };
    expect(Buffer.from(kept.content, 'base64')).toEqual(bytes);
    // Given in once more, the same request is brought up to date.
    await page.fill('#token', hub.tokenOf(login));
    await page.click('#open-request');
    await page.waitForFunction(() => document.querySelector('#request-state a') === null);
    await page.getByText('打开送件单').waitFor();
    expect(await hub.get('/pulls?state=open')).toHaveLength(1);
    expect([...tokens]).toEqual([`token ${hub.tokenOf(login)}`]);
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toContain(hub.tokenOf(login));
    expect(await page.inputValue('#token')).toBe('');
    expect(await page.getAttribute('#new-file-page', 'href')).toContain(`${REPOSITORY}/new/main/`);
    await page.fill('#token', 'gho_wrong');
    await page.click('#open-request');
    await page.getByText('令牌不对，或者已经过期').waitFor();
    await hub.close();
  });

  it('sends the drafts of a ledger from 台账导入 as one request, and never one that is filed', async () => {
    const hub = await startGitHub(REPOSITORY, ['dsj', 'clerk']);
    await forward(context, 'https://api.github.com', hub);
    await page.goto(new URL('/import/', site.url).href);
    const ledger = `项目名称,单位,总投资（万元）,建成时间
智慧菜场,示例街道办事处,36.5,2019年6月
电子巡更,示例街道办事处,12,2020年3月
`;
    const buffer = Buffer.from(ledger);
    await page.setInputFiles('#ledger', { name: '街道台账.csv', mimeType: 'text/csv', buffer });
    await page.locator('#import-result:not([hidden])').waitFor();
    await page.click('#send-ledger > summary');
    await page.getByText('2 份草稿').waitFor();
    expect(await page.getAttribute('#send-units a', 'href')).toContain(`${REPOSITORY}/upload/main/`);
    await page.click('#open-request');
    expect(await page.textContent('#token-said')).toContain('填写访问令牌');
    for (const time of ['first', 'again']) {
      await page.fill('#token', hub.tokenOf('clerk'));
      await page.click('#open-request');
      if (time === 'again') await page.waitForFunction(() => !document.querySelector('#request-state a'));
      await page.getByText('打开送件单').waitFor();
    }
    const pulls = (await hub.get('/pulls?state=open')) as {
      head: { ref: string };
      title: string;
      body: string;
    }[];
    expect(pulls).toHaveLength(1);
    const [pull] = pulls;
    expect(pull?.title).toBe('台账导入：街道台账（2 份待补全的备案草稿）');
    expect(pull?.body).toContain('台账导入页');
    const ref = pull?.head.ref ?? '';
    expect(ref).toMatch(/^filing\/taizhang\/jie-dao-tai-zhang-/);
    const listed = (await hub.get(`/contents/registry/projects/shili?ref=${ref}`, 'clerk')) as {
      path: string;
    }[];
    expect(listed).toHaveLength(2);
    const paths: string[] = [];
    for (const { path } of listed) {
      const { content } = (await hub.get(`/contents/${path}?ref=${ref}`, 'clerk')) as { content: string };
      paths.push(path.replace(/^registry\//, ''));
      expect(errorsIn(paths.at(-1) ?? '', Buffer.from(content, 'base64'))).toEqual([]);
    }
    await page.evaluate(AXE);
    expect(await violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    // Of what the registry has by then nothing is sent again.
    await context.route('**/import/settings.json', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), filed: paths } });
    });
    await page.reload();
    await page.setInputFiles('#ledger', { name: '街道台账.csv', mimeType: 'text/csv', buffer });
    await page.locator('#import-result:not([hidden])').waitFor();
    await page.click('#send-ledger > summary');
    await page.getByText('没有能送的草稿').waitFor();
    await hub.close();
  });

  it('runs where Chromium 86 stops', async () => {
    const gone =
      "for (const [owner, names] of [[Array.prototype, ['at','findLast','findLastIndex','toSorted','toReversed','toSpliced','with']], [String.prototype, ['at']], [Object, ['hasOwn','groupBy']], [Map, ['groupBy']], [globalThis, ['structuredClone']]]) for (const name of names) delete owner[name];\n";
    await context.addInitScript(gone);
    await context.route(/-worker-[\w-]+\.js/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: gone + (await response.text()) });
    });
    await form.open(address());
    await form.begin((STORIES['6.2'] as Story).start);
    await form.onward('project');
    await form.fill(STORIES['6.2'] as Story, 'project');
    await form.onward('basics');
    expect(await form.refused('basics')).toContain('项目预期效果');
  });

  it('says what to do where scripts do not run', async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false });
    const plain = await bare.newPage();
    await plain.goto(address());
    const text = await plain.textContent('main');
    expect(text).toContain('送纸质表');
    expect(text).toContain('npm run registry -- new');
    await bare.close();
  });
});
