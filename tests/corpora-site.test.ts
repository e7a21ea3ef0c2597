import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../scripts/lab/browser.ts';
import { runApart } from '../scripts/site/apart.ts';
import { renewChanged } from '../scripts/site/build-changed.ts';
import { keptFolder } from '../scripts/site/kept-folder.ts';
import { loadRegistry } from '../src/io/registry.ts';
import { similarOf } from '../src/site/build/similar-model.ts';
import { writeAlike, writeJudged, writeSimilar } from '../src/site/build/worked-out.ts';
import { hostileMarkup } from '../src/text/hostile/markup.ts';
import { unseenClass } from '../src/text/unseen.ts';
import { NAUGHTY } from './hostile/naughty-strings.ts';
import { filing, OWN, soundRegistry } from './hostile/registry.ts';
import { buildSite } from './support/build-site.ts';

/** A small registry full of texts that break programs, built once as the office builds it, and its pages parsed as browsers do. */
const scratch = mkdtempSync(join(tmpdir(), 'corpora-site-'));
const [root, out] = [join(scratch, 'registry'), join(scratch, 'dist')];
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** As YAML escapes, so that no look at the bytes refuses the file before a page is made of it. */
function hidden(text: string): string {
  const escaped = [...text].map((one) =>
    /[\p{L}\p{N} ]/u.test(one) ? one : `\\U${(one.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );
  return `"${escaped.join('')}"`;
}

const UNSEEN = new RegExp(
  `[${unseenClass('control', 'bidi', 'invisible', 'encoding')}]|\\p{Cn}|\\p{M}{4}`,
  'u',
);

/** Such as a field takes: short, and none that is refused as a character or as code for a page. */
const TEXTS = NAUGHTY.filter(
  (text) =>
    text.length < 60 &&
    !UNSEEN.test(text) &&
    hostileMarkup(text).every(({ severity }) => severity !== 'error'),
);
const PARTS = /^(\s*(?:- )?(?:说明|接口|纸质编号|编号)): .*$/gm;

/** A filing of which every free text is one of them, in turn. */
function filingOf(at: number): string {
  let next = at;
  const text = (): string => hidden(TEXTS[next++ % TEXTS.length] ?? '');
  return filing({ 项目名称: '甲', 项目预期效果: '甲', 数据归集: '甲', 知识产权与数据约定: '甲' })
    .replace(
      /^(项目名称|项目预期效果|数据归集|知识产权与数据约定): .*$/gm,
      (_, label: string) => `${label}: ${text()}`,
    )
    .replace(PARTS, (_, label: string) => `${label}: ${text()}`);
}

/** So many of them does a filing take. */
const EACH = 8;

beforeAll(async () => {
  const files = [...soundRegistry()].map(
    ([file, { bytes }]) => [file, new TextDecoder().decode(bytes)] as const,
  );
  // The office's own files are not refused for code in a name: it has to come out as text.
  const units = files.map(([file, text]) =>
    file === 'units.yaml'
      ? ([
          file,
          `${text}mou:\n  名称: ${hidden('某<img src=x onerror=alert(1)>街道')}\n  类型: 街道办事处\n`,
        ] as const)
      : ([file, text] as const),
  );
  const evil = Array.from({ length: Math.ceil(TEXTS.length / EACH) }, (_, at) => {
    const name = at.toString(2).replaceAll('0', 'a').replaceAll('1', 'b');
    return [OWN.replace('guanai-k7q2', `xin-${name}`), filingOf(at * EACH)] as const;
  });
  const references = TEXTS.filter((_, at) => at % 20 === 0).map((text, at) => {
    const head = `名称: ${hidden(text)}\n单位: ${hidden(text)}\n层级: 外地\n来源: ${hidden(text)}\n`;
    return [`references/jia-a${at}.md`, `---\n${head}---\n`] as const;
  });
  for (const [file, text] of [...units, ...evil, ...references]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const build = await buildSite({ REGISTRY_ROOT: root, OUT_DIR: out });
  expect(build.status, build.said).toBe(0);
  expect(build.said).not.toMatch(/^\s*::|##\[|(?![\t\n])\p{Cc}/mu);
});

/** The built pages of the filings, by their paths. */
function filingPages(site: string = out): ReadonlyMap<string, string> {
  const names = readdirSync(join(site, 'projects'), { recursive: true, encoding: 'utf8' });
  const pages = names.filter((name) => /^(?!by\/|page\/)[\w-]+\/[\w-]+\/index\.html$/.test(name));
  return new Map(pages.map((name) => [name, readFileSync(join(site, 'projects', name), 'utf8')]));
}

async function buildChanged(): Promise<string> {
  const build = await buildSite({ REGISTRY_ROOT: root, OUT_DIR: out }, ['--changed']);
  expect(build.status, build.said).toBe(0);
  return build.said;
}

/** What a browser makes of a page: everything in it that could act, and all that it shows. */
interface Parsed {
  readonly acts: readonly string[];
  readonly shows: string;
}

/** Runs in the browser: nothing of the page is executed. */
function parsePages(pages: readonly string[]): readonly Parsed[] {
  const never =
    'iframe object embed base marquee math video audio source xmp plaintext frameset applet custom-element'.split(
      ' ',
    );
  return pages.map((html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const acts = [...page.querySelectorAll('*')].flatMap((element) => {
      const name = element.localName;
      const type = element.getAttribute('type') ?? '';
      const script =
        name === 'script' && !/^\/_?[\w./-]+$/.test(element.getAttribute('src') ?? '') && !/json/.test(type);
      const odd = script || never.includes(name) ? [`<${name}> ${element.outerHTML.slice(0, 120)}`] : [];
      const refreshes = element.getAttribute('http-equiv')?.toLowerCase() === 'refresh' ? ['refresh'] : [];
      const attributes = [...element.attributes].flatMap(({ name: attribute, value }) => {
        const isAddress = /^(?:href|src|action|formaction|xlink:href|srcset|poster|data)$/.test(attribute);
        const isBad = isAddress && /^\s*(?:javascript|vbscript|data:text|file|livescript):?/i.test(value);
        return /^on/i.test(attribute) || isBad ? [`${name} ${attribute}=${value.slice(0, 80)}`] : [];
      });
      return [...odd, ...refreshes, ...attributes];
    });
    return { acts, shows: page.body.textContent ?? '' };
  });
}

describe('pages of a registry full of texts that break programs', () => {
  it('hold nothing of them that acts, and show them as they were written', async () => {
    const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    );
    const pages = names.map((name) => readFileSync(join(out, name), 'utf8'));
    const browser = await openBrowser();
    const page = await browser.newPage();
    await page.addScriptTag({ content: `globalThis.parsePages = ${parsePages.toString()}` });
    const parsed: Parsed[] = [];
    for (let at = 0; at < pages.length; at += 20) {
      const some = JSON.stringify(pages.slice(at, at + 20));
      parsed.push(...(await page.evaluate<Parsed[]>(`parsePages(${some})`)));
    }
    await browser.close();
    const acting = parsed.flatMap(({ acts }, at) => acts.map((one) => `${names[at]}: ${one}`));
    expect(acting).toEqual([]);
    const shown = parsed.map(({ shows }) => shows).join('\n');
    const lost = TEXTS.filter((text) => /[<>&"']/.test(text) && !shown.includes(text.trim()));
    expect(lost).toEqual([]);
  });
});

describe('pages drawn anew for changed filings alone', () => {
  const own = join(root, OWN);
  const page = OWN.replace(/^projects\/(.*)\.md$/, '$1/index.html');

  it('are to the byte those of the whole build, and others are left alone', async () => {
    const before = filingPages();
    expect(before.size).toBeGreaterThan(5);
    expect(await buildChanged()).toContain('没有改动');
    const later = new Date(Date.now() + 5_000);
    // More at a time are left to a whole build.
    const touched = new Set([page, ...[...before.keys()].slice(0, 30)]);
    for (const name of touched)
      utimesSync(join(root, 'projects', name.replace('/index.html', '.md')), later, later);
    rmSync(join(out, 'projects', page));
    expect((await buildChanged()).match(/重新生成了/g)).toHaveLength(touched.size);
    expect(filingPages()).toEqual(before);
  });

  it('are the same where several processes draw a part of them each', async () => {
    const [told, drawn] = [join(scratch, 'told'), join(scratch, 'drawn')];
    const registry = await loadRegistry(root);
    const similar = similarOf(registry, root);
    writeJudged(told, registry);
    writeSimilar(told, similar, 1);
    if (typeof similar !== 'string') writeAlike(told, 0, 1);
    const env = { REGISTRY_ROOT: root };
    for (const part of ['0/2', '1/2'])
      await runApart('draw-pages.ts', [drawn, keptFolder(root, out), told, part], { env });
    const whole = filingPages();
    expect(whole.size).toBe(registry.projects.length);
    expect(filingPages(drawn)).toEqual(whole);
  });

  it('say what the filing says now, and only they do', async () => {
    const before = filingPages();
    const text = readFileSync(own, 'utf8');
    writeFileSync(own, text.replace('\n---\n', '\n使用数据:\n  - 河道水位\n---\n'));
    await buildChanged();
    const after = filingPages();
    expect(before.get(page)).not.toContain('河道水位');
    expect(after.get(page)).toContain('河道水位');
    expect([...after].filter(([name, html]) => name !== page && html !== before.get(name))).toEqual([]);
  });

  it('are not drawn where a change alters other pages too', async () => {
    const settings = join(root, 'units.yaml');
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}\n`);
    expect(await renewChanged(root, out)).toMatchObject({ whole: expect.stringContaining('units.yaml') });
    expect(await renewChanged(root, join(scratch, 'elsewhere'))).toHaveProperty('whole');
  });
});
