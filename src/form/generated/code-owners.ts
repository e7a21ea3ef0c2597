import type { Office } from '../../registry/office.ts';
import type { Unit } from '../../registry/units.ts';

const NOBODY_YET = '@your-organisation/registry-office';

/** Below the registry folder: what only the office writes. */
const OFFICE_PATHS = [
  ...['office.yaml', 'units.yaml', 'lexicon.yaml', 'numbers.yaml', 'harvests.yaml'],
  ...['records/', 'references/'],
];
/** What runs: code, workflows, dependencies. */
const PROGRAM_PATHS = [
  '.github/',
  'src/',
  'scripts/',
  'tests/',
  'package.json',
  'package-lock.json',
  'astro.config.mjs',
];

/**
 * .github/CODEOWNERS, made of office.yaml and units.yaml: who is asked to review a change, by path. It does not say who
 * may file. Every unit has a line, so that the office can give a bureau's own team a say without giving the rest away.
 */
export function codeOwners(
  { settings }: Pick<Office, 'settings'>,
  units: Iterable<Pick<Unit, 'code' | 'name' | 'demo'>>,
): string {
  const team = settings.reviewTeam ?? NOBODY_YET;
  const lines = (paths: readonly string[]): readonly string[] =>
    paths.map((path) => `${path.padEnd(44)} ${team}`);
  const unset = settings.reviewTeam === undefined ? UNSET : [];
  return [
    '# Written by `npm run generate` out of registry/office.yaml (审阅团队) and registry/units.yaml: edit those.',
    '#',
    '# Who must review a change, by path. It does not decide who may file: that follows from the accounts in units.yaml',
    '# on the main branch, and the gate judges it. GitHub reads this file from the main branch; the last line that',
    '# matches a path wins. It has an effect once `registry protect` has set the rules of the main branch.',
    ...unset,
    '',
    '# Whatever has no line of its own: the office receives every filing.',
    ...lines(['*']),
    '',
    "# The office's own records and settings.",
    ...lines(OFFICE_PATHS.map((path) => `/registry/${path}`)),
    '',
    '# What runs.',
    ...lines(PROGRAM_PATHS.map((path) => `/${path}`)),
    '',
    '# Filings, unit by unit.',
    ...[...units]
      .filter(({ demo }) => !demo)
      .flatMap(({ code, name }) => [`# ${name}`, ...lines([`/registry/projects/${code}/`])]),
    '',
  ].join('\n');
}

const UNSET = ['#', '# 审阅团队 is not set yet: GitHub reports the owner below as unknown and asks nobody.'];
