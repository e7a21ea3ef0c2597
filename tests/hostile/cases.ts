import { MOST_FILINGS } from '../../src/gate/few-at-once.ts';
import {
  ACTORS,
  APPROVED,
  APPROVED_EDIT,
  bytes,
  FOREIGN,
  filing,
  OWN,
  type soundRegistry,
} from './registry.ts';

type Registry = ReturnType<typeof soundRegistry>;

/** One attack: what is done to a sound registry, by whom, and the rule that must answer. */
export interface HostileCase {
  readonly says: string;
  readonly rule: string;
  readonly attack: (registry: Registry) => void;
  readonly actor?: string;
  /** Only as a Git tree: a disk cannot hold it, or not on every system. */
  readonly gitOnly?: boolean;
  /** Only as a change: the files in themselves are sound. */
  readonly change?: boolean;
}

const NEW = 'projects/shili/xin-x2y3.md';
const put = (file: string, text: string, mode?: string) => (registry: Registry) => {
  registry.set(file, { bytes: bytes(text), ...(mode ? { mode } : {}) });
};
const raw = (file: string, data: Uint8Array) => (registry: Registry) => {
  registry.set(file, { bytes: data });
};
const text = (registry: Registry, file: string): string =>
  new TextDecoder().decode(registry.get(file)?.bytes);
const edit = (file: string, change: (old: string) => string) => (registry: Registry) => {
  registry.set(file, { bytes: bytes(change(text(registry, file))) });
};
/** Put in as it is: a writer of YAML would escape it. */
const named = (words: string) =>
  put(NEW, filing({ 项目名称: '示例街道占位关爱服务' }).replace('占位', words));
const inBody = (words: string) =>
  put(NEW, filing({ 项目名称: '示例街道新平台', 建设内容: `建设预警模块。${words}供社区使用。` }));
const inHead = (line: string) =>
  put(NEW, filing({ 项目名称: '示例街道新平台' }).replace('---\n', `---\n${line}\n`));
const character = (name: string, code: number, rule: string): HostileCase => ({
  says: `${name} U+${code.toString(16)} in a name`,
  rule,
  attack: named(String.fromCodePoint(code)),
});
const markup = (code: string, rule = 'hostile-script'): HostileCase => ({
  says: `body with ${code.slice(0, 40)}`,
  rule,
  attack: inBody(code),
});
const place = (file: string, rule: string, gitOnly = false): HostileCase => ({
  says: `a file at ${JSON.stringify(file)}`,
  rule,
  attack: put(file, filing({ 项目名称: '示例街道新平台' })),
  gitOnly,
});

const CHARACTERS: readonly HostileCase[] = [
  character('null', 0x0, 'hostile-control'),
  character('bell', 0x7, 'hostile-control'),
  character('escape', 0x1b, 'hostile-control'),
  character('delete', 0x7f, 'hostile-control'),
  character('C1 control', 0x9b, 'hostile-control'),
  character('right-to-left override', 0x202e, 'hostile-bidi'),
  character('right-to-left isolate', 0x2067, 'hostile-bidi'),
  character('Arabic letter mark', 0x61c, 'hostile-bidi'),
  character('zero-width space', 0x200b, 'hostile-invisible'),
  character('zero-width joiner', 0x200d, 'hostile-invisible'),
  character('word joiner', 0x2060, 'hostile-invisible'),
  character('soft hyphen', 0xad, 'hostile-invisible'),
  character('Hangul filler', 0x3164, 'hostile-invisible'),
  character('tag letter', 0xe0041, 'hostile-invisible'),
  character('variation selector', 0xfe0f, 'hostile-invisible'),
  {
    says: 'an escape for a zero-width space',
    rule: 'hostile-escape',
    attack: inHead('其他类说明: "甲\\u200b乙"'),
  },
];

const MARKUP: readonly HostileCase[] = [
  markup('<script>alert(1)</script>'),
  markup('<img src=x onerror=alert(1)>'),
  markup('<iframe src="https://example.org"></iframe>'),
  markup('<svg onload=alert(1)>'),
  markup('[点这里](javascript:alert(1))'),
  markup('[点这里](java&#115;cript:alert(1))'),
  markup('[点这里](data:text/html;base64,PHNjcmlwdD4=)'),
  markup('<a href="vbscript:x">甲</a>'),
  markup('<style>*{display:none}</style>'),
  markup('![图](https://example.org/a.png)', 'hostile-image'),
];

const PLACES: readonly HostileCase[] = [
  place('projects/shili/code-x2y3.mdx', 'hostile-extension'),
  place('projects/shili/page-x2y3.html', 'hostile-extension'),
  place('projects/shili/run-x2y3.sh', 'hostile-extension'),
  place('projects/shili/plan-x2y3.docx', 'hostile-extension'),
  place('projects/shili/某项目.md', 'hostile-name'),
  place('projects/shili/GUANAI-x2y3.md', 'hostile-name'),
  place('projects/shili/con.md', 'hostile-name'),
  place('projects/shili/a b.md', 'hostile-name'),
  place(`projects/shili/${'a'.repeat(120)}.md`, 'hostile-name'),
  place('projects/shili/Guanai-k7q2.md', 'hostile-collision', true),
  place('projects/shili/ｇuanai-k7q2.md', 'hostile-collision'),
  place('projects/shili/a\\b.md', 'hostile-path', true),
  place('elsewhere/note.md', 'file-place'),
  { says: 'a symbolic link', rule: 'hostile-link', attack: put(NEW, '/etc/passwd', '120000') },
  {
    says: 'a submodule',
    rule: 'hostile-submodule',
    attack: put('projects/shili/mokuai', '', '160000'),
    gitOnly: true,
  },
  {
    says: 'an executable file',
    rule: 'hostile-executable',
    attack: put(NEW, filing({ 项目名称: '示例街道新平台' }), '100755'),
  },
];

const laughs = Array.from(
  { length: 9 },
  (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
);
const STRUCTURE: readonly HostileCase[] = [
  {
    says: 'a script in a log',
    rule: 'hostile-script',
    attack: put(
      'records/shili/guanai-k7q2.yaml',
      '- 日期: 2026-03-10\n  事项: 受理\n  登记号: 示登〔2026〕7号\n  经办: <script>a</script>\n',
    ),
  },
  {
    says: 'a script in the list of units',
    rule: 'hostile-script',
    attack: edit('units.yaml', (old) => old.replace('邻街街道办事处', '"\\x3cimg src=x onerror=a>"')),
  },
  { says: 'a file of 300 KB', rule: 'parse-too-large', attack: inBody('大'.repeat(100_000)) },
  {
    says: 'a file of 25 MB',
    rule: 'hostile-size',
    attack: raw(NEW, new Uint8Array(25 * 1024 * 1024).fill(65)),
  },
  {
    says: 'a ten-megabyte scalar',
    rule: 'parse-too-large',
    attack: inHead(`其他类说明: ${'x'.repeat(10_000_000)}`),
  },
  { says: 'an alias bomb', rule: 'parse-anchor', attack: inHead(`a0: &a0 哈\n${laughs.join('\n')}`) },
  { says: 'a tag', rule: 'parse-anchor', attack: inHead('其他类说明: !!js/function x') },
  { says: 'a __proto__ key', rule: 'hostile-key', attack: inHead('__proto__: {polluted: 1}') },
  { says: 'a constructor key', rule: 'hostile-key', attack: inHead('constructor: 1') },
  {
    says: 'nesting without end',
    rule: 'hostile-nesting',
    attack: inHead(`其他类说明: ${'['.repeat(5_000)}`),
  },
  {
    says: 'bytes that are no text',
    rule: 'hostile-encoding',
    attack: raw(NEW, Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xe4, 0xff, 0xc0, 0x80, 0x0a])),
  },
  { says: 'a duplicate key', rule: 'parse-duplicate-key', attack: inHead('项目名称: 另一个') },
  {
    says: 'a mobile in the body',
    rule: 'no-personal-data',
    attack: inBody(`电话 ${['139', '0000', '0000'].join('')}`),
  },
  {
    says: 'a mobile in full-width digits',
    rule: 'no-personal-data',
    attack: inBody('电话 １３９０００００００１'),
  },
  {
    says: 'a plain file called sealed',
    rule: 'annex-sealed-attachment-present',
    attack: put('projects/shili/guanai-k7q2/fangan.age', '方案全文'),
  },
];

const approved = (more: Record<string, string | null | object>) =>
  filing({ ...APPROVED_EDIT, ...more } as never, '6.2财政');
const money = {
  资金预算: '380',
  资金来源: [
    { 来源: '区级财政', 金额: '260' },
    { 来源: '省级补助', 金额: '120' },
  ],
};
const CHANGES: readonly HostileCase[] = [
  {
    says: 'a foreign unit edits an entry',
    rule: 'change-foreign-unit',
    actor: ACTORS.foreign,
    change: true,
    attack: edit(OWN, (old) => old.replace('1200 名', '1300 名')),
  },
  {
    says: 'a foreign unit deletes an entry',
    rule: 'change-foreign-unit',
    actor: ACTORS.foreign,
    change: true,
    attack: (registry) => void registry.delete(OWN),
  },
  {
    says: 'a foreign unit moves an entry into its own folder',
    rule: 'change-foreign-unit',
    actor: ACTORS.foreign,
    change: true,
    attack: (registry) => {
      registry.set('projects/linjie/guanai-k7q2.md', registry.get(OWN) ?? { bytes: bytes('') });
      registry.delete(OWN);
    },
  },
  {
    says: 'a unit files in the folder of another',
    rule: 'change-foreign-unit',
    actor: ACTORS.own,
    change: true,
    attack: put(
      'projects/linjie/xin-x2y3.md',
      filing({ 项目名称: '邻街新平台', 牵头主体: { 类型: '街道办事处', 名称: '邻街街道办事处' } }),
    ),
  },
  {
    says: 'an account that nobody knows',
    rule: 'change-foreign-unit',
    actor: ACTORS.nobody,
    change: true,
    attack: edit(OWN, (old) => old.replace('1200 名', '1300 名')),
  },
  {
    says: 'a foreign unit gives itself the right in the same change',
    rule: 'change-foreign-unit',
    actor: ACTORS.foreign,
    change: true,
    attack: (registry) => {
      edit('units.yaml', (old) => old.replace(`['${ACTORS.own}']`, `['${ACTORS.own}', '${ACTORS.foreign}']`))(
        registry,
      );
      edit(OWN, (old) => old.replace('1200 名', '1300 名'))(registry);
    },
  },
  {
    says: 'a unit edits the list of units',
    rule: 'change-office-only',
    actor: ACTORS.own,
    change: true,
    attack: edit('units.yaml', (old) => `${old}# 改\n`),
  },
  {
    says: 'a unit makes itself the office',
    rule: 'change-office-only',
    actor: ACTORS.own,
    change: true,
    attack: edit('office.yaml', (old) => old.replace(ACTORS.office, ACTORS.own)),
  },
  {
    says: 'a unit writes its own approval',
    rule: 'change-office-only',
    actor: ACTORS.own,
    change: true,
    attack: put(
      'records/shili/guanai-k7q2.yaml',
      '- 日期: 2026-03-10\n  事项: 受理\n  登记号: 示登〔2026〕2号\n  经办: 办公室\n',
    ),
  },
  {
    says: 'a unit adds a reference',
    rule: 'change-office-only',
    actor: ACTORS.own,
    change: true,
    attack: put('references/x-a2b3.md', '---\n名称: 甲\n单位: 乙\n层级: 外地\n来源: 丙\n---\n'),
  },
  {
    says: 'a unit deletes its own filing',
    rule: 'change-entry-removed',
    actor: ACTORS.own,
    change: true,
    attack: (registry) => void registry.delete(OWN),
  },
  {
    says: 'a unit renames its own filing',
    rule: 'change-entry-removed',
    actor: ACTORS.own,
    change: true,
    attack: (registry) => {
      registry.set('projects/shili/gaiming-a2b3.md', registry.get(OWN) ?? { bytes: bytes('') });
      registry.delete(OWN);
    },
  },
  {
    says: 'a sealed file of no filing',
    rule: 'change-sealed-named',
    actor: ACTORS.own,
    change: true,
    attack: put('projects/shili/meiyou-a2b3/fang-an.age', 'age-encryption.org/v1\n-> X25519 a\nb\n--- c\n'),
  },
  {
    says: 'more filings at once than anybody compares',
    rule: 'change-few-at-once',
    actor: ACTORS.own,
    change: true,
    attack: (registry) => {
      for (let nth = 0; nth <= MOST_FILINGS; nth++)
        put(
          `projects/shili/xin-${nth + 1000}.md`,
          filing({ 项目名称: `示例街道${nth}号井盖感应` }),
        )(registry);
    },
  },
  {
    says: 'the office leaves nobody in the office',
    rule: 'change-keeps-office',
    actor: ACTORS.office,
    change: true,
    attack: edit('office.yaml', (old) => old.replace(`['${ACTORS.office}']`, '[]')),
  },
  {
    says: 'the office rewrites an event',
    rule: 'change-records-appended',
    actor: ACTORS.office,
    change: true,
    attack: edit('records/shili/pingtai-p5q6.yaml', (old) => old.replace('同意人数: 5', '同意人数: 4')),
  },
  {
    says: 'the office takes an event out',
    rule: 'change-records-appended',
    actor: ACTORS.office,
    change: true,
    attack: edit('records/shili/pingtai-p5q6.yaml', (old) => old.slice(0, old.lastIndexOf('- 日期'))),
  },
  {
    says: 'the office deletes a log',
    rule: 'change-records-appended',
    actor: ACTORS.office,
    change: true,
    attack: (registry) => void registry.delete('records/shili/pingtai-p5q6.yaml'),
  },
  {
    says: 'a unit rewrites its progress',
    rule: 'change-progress-appended',
    actor: ACTORS.own,
    change: true,
    attack: edit(OWN, (old) => old.replace('已上线', '未上线')),
  },
  {
    says: 'a unit rewrites why it changed something',
    rule: 'change-amendments-appended',
    actor: ACTORS.own,
    change: true,
    attack: edit(OWN, (old) => old.replace('新建社区交付', '领导要求')),
  },
  {
    says: 'an approved budget grows without a reason',
    rule: 'change-needs-reason',
    actor: ACTORS.own,
    change: true,
    attack: put(APPROVED, approved(money)),
  },
  {
    says: 'an approved period moves without a reason',
    rule: 'change-needs-reason',
    actor: ACTORS.own,
    change: true,
    attack: put(APPROVED, approved({ 建设期限: { 起: '2026-06-01', 止: '2027-06-30' } })),
  },
  {
    says: 'the day of an approved filing moves without a reason',
    rule: 'change-needs-reason',
    actor: ACTORS.own,
    change: true,
    attack: edit(APPROVED, (old) => old.replace(/^填报日期: .*$/m, '填报日期: 2026-03-01')),
  },
  {
    says: 'an approved filing is emptied',
    rule: 'field-missing',
    actor: ACTORS.own,
    change: true,
    attack: put(APPROVED, '---\n---\n'),
  },
  {
    says: 'a foreign entry is made unreadable',
    rule: 'change-foreign-unit',
    actor: ACTORS.own,
    change: true,
    attack: put(FOREIGN, ''),
  },
];

/** Everything that strangers may try; each has to be answered by its own rule. */
export const CASES: readonly HostileCase[] = [...CHARACTERS, ...MARKUP, ...PLACES, ...STRUCTURE, ...CHANGES];
