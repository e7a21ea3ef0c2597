import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measured, type Taken } from './measured.ts';

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
export async function measureHugo(root: string, site: string): Promise<Taken | undefined> {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  cpSync(join(root, 'projects'), join(site, 'content', 'projects'), { recursive: true });
  for (const [file, text] of Object.entries(LAYOUTS)) {
    mkdirSync(join(site, file, '..'), { recursive: true });
    writeFileSync(join(site, file), text);
  }
  return measured('hugo', ['--source', site, '--destination', join(site, 'public'), '--quiet']);
}
