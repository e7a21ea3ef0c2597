import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peakMemory } from './peak-memory.ts';

/** What a build took. */
export interface Built {
  readonly seconds: number;
  /** Peak resident memory in KB; 0 where the system does not tell. */
  readonly memory: number;
}

/** All of a filing on its page, a list of all, and the first words of each: what any site of them shows. */
const LAYOUTS = {
  'layouts/_default/baseof.html':
    '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>{{ block "main" . }}{{ end }}</body></html>',
  'layouts/_default/single.html':
    '{{ define "main" }}<h1>{{ index .Params "项目名称" }}</h1><dl>{{ range $label, $value := .Params }}<dt>{{ $label }}</dt><dd>{{ partial "value.html" $value }}</dd>{{ end }}</dl>{{ .Content }}{{ end }}',
  'layouts/_default/list.html':
    '{{ define "main" }}{{ range (.Paginate .RegularPagesRecursive 50).Pages }}<p><a href="{{ .RelPermalink }}">{{ index .Params "项目名称" }}</a> {{ .Summary }}</p>{{ end }}{{ end }}',
  'layouts/partials/value.html':
    '{{ if reflect.IsMap . }}<dl>{{ range $k, $v := . }}<dt>{{ $k }}</dt><dd>{{ partial "value.html" $v }}</dd>{{ end }}</dl>{{ else if reflect.IsSlice . }}<ul>{{ range . }}<li>{{ partial "value.html" . }}</li>{{ end }}</ul>{{ else }}{{ . }}{{ end }}',
  'config.toml':
    'baseURL = "https://example.invalid/"\nlanguageCode = "zh-Hans"\nhasCJKLanguage = true\ndisableKinds = ["taxonomy", "term"]\n',
} as const;

/** Builds the same filings with Hugo, in the same run; undefined where Hugo is not installed. */
export async function measureHugo(root: string, site: string): Promise<Built | undefined> {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  cpSync(join(root, 'projects'), join(site, 'content', 'projects'), { recursive: true });
  for (const [file, text] of Object.entries(LAYOUTS)) {
    mkdirSync(join(site, file, '..'), { recursive: true });
    writeFileSync(join(site, file), text);
  }
  const start = performance.now();
  const child = spawn('hugo', ['--source', site, '--destination', join(site, 'public'), '--quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, peakMemory(child.pid));
  }, 100);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`Hugo ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, memory };
}
