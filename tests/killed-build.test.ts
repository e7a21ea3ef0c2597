import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inTurn } from './support/build-site.ts';
import { type Ended, run, writeRegistry } from './support/real-processes.ts';

/** A whole build that ends while it writes its pages: the site that was there is still there. */
const scratch = mkdtempSync(join(tmpdir(), 'killed-build-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const build = (env: Readonly<Record<string, string>>): Promise<Ended> =>
  inTurn(() => run(['scripts/build.ts'], env));

describe('a build that does not come to its end', () => {
  it('leaves the site as it was, and the next one is not held up by what it left', async () => {
    const root = writeRegistry(join(scratch, 'registry'), '');
    const out = join(scratch, 'dist');
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'old');
    const where = { REGISTRY_ROOT: root, OUT_DIR: out, ONLY_IN: `${out}.new/projects/`, VITEST: '' };

    const gone = readdirSync(scratch);
    writeFileSync(`${out}.building`, String(process.pid));
    const second = await build(where);
    expect(second.said).toContain(`另一个命令（进程 ${process.pid}）正在建这个网站`);
    expect(second.status).toBe(2);
    rmSync(`${out}.building`);
    expect(readdirSync(scratch)).toEqual(gone);

    const drawing = await build({ ...where, KILL_AT: '4' });
    expect(drawing.said).toContain('建网站的一个进程被系统结束了（SIGKILL），多半是内存不够');
    expect(drawing.said).not.toMatch(/\n\s+at /);
    expect(drawing.status).toBe(2);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
    expect(leftBeside(out)).toEqual([]);

    const killed = await build({ ...where, ONLY_IN: `${out}.old`, KILL_AT: '1' });
    expect(killed.signal, killed.said).toBe('SIGKILL');
    expect(existsSync(`${out}.new/projects`)).toBe(true);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');

    const full = await build({ ...where, FULL_AT: '4' });
    expect(full.said).toContain('网站没有建成，已有的网站没有动：磁盘满了');
    expect(full.said).not.toMatch(/\n\s+at /);
    expect(full.status).toBe(2);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
    expect(leftBeside(out)).toEqual([]);
  }, 600_000);
});

/** What a build has made beside the site and not taken away. */
function leftBeside(out: string): readonly string[] {
  return ['.new', '.new.pagefind', '.new.told', '.old']
    .map((name) => `${out}${name}`)
    .filter((path) => existsSync(path));
}
