import { expect } from 'vitest';
import { decide } from '../../src/gate/decide.ts';
import type { Decision } from '../../src/gate/decision.ts';
import { gatherFacts } from '../../src/gate/gather-facts.ts';
import { judgeChange } from '../../src/gate/judge-change.ts';
import { readChange } from '../../src/io/read-change.ts';
import { ACTORS, bytes, OWN, soundRegistry } from '../hostile/registry.ts';
import { GitObjects } from './git-objects.ts';

export type Registry = ReturnType<typeof soundRegistry>;
export type Edit = (files: Registry) => void;

export const TODAY = '2026-11-24';
export const RECORDS = 'records/shili/pingtai-p5q6.yaml';

export const textOf = (files: Registry, file: string): string =>
  new TextDecoder().decode(files.get(file)?.bytes);
export const write = (files: Registry, file: string, text: string, mode = '100644'): unknown =>
  files.set(file, { bytes: bytes(text), mode });
/** Throws where there is nothing to be replaced: a test must not pass because nothing was altered. */
export function replace(files: Registry, file: string, from: string, to: string): void {
  const text = textOf(files, file);
  if (!text.includes(from)) throw new Error(`no ${from} in ${file}`);
  write(files, file, text.replace(from, to));
}
export function move(files: Registry, from: string, to: string): void {
  const one = files.get(from);
  if (!one) throw new Error(`no ${from}`);
  files.delete(from);
  files.set(to, one);
}
/** The sound registry with these edits. */
export function edited(...edits: readonly Edit[]): Registry {
  const files = soundRegistry();
  for (const edit of edits) edit(files);
  return files;
}
/** What a unit may do any day. */
export const honest: Edit = (files) => replace(files, OWN, '1200 名', '1300 名');

/** A repository that begins with the sound registry, and what the gate decides of its commits. */
export class OddGate {
  readonly objects: GitObjects;
  readonly base: string;

  constructor(name: string) {
    this.objects = new GitObjects(name);
    this.base = this.objects.commit(soundRegistry(), []);
  }

  /** A commit on the base. */
  commit(...edits: readonly Edit[]): string {
    return this.objects.commit(edited(...edits), [this.base]);
  }

  /** What the gate decides, as its command and its workflow have it decided. */
  async gate(head: string, actor: string | null = ACTORS.own, since = this.base): Promise<Decision> {
    const read = await readChange(this.objects.root, since, head);
    const change = { ...read, actor: actor ?? undefined, today: TODAY };
    return decide(gatherFacts(change, judgeChange(change), { places: { folder: 'registry', head } }));
  }
}

/** 必改 with their files. */
export const refusals = ({ annotations }: Decision): readonly string[] =>
  annotations
    .filter(({ level }) => level === 'failure')
    .map(({ title, path }) => `${title.replace('必改 ', '')} ${path.replace('registry/', '')}`);

export function expectRefused(decision: Decision, refusal: string): void {
  expect(decision.status.state).toBe('failure');
  expect(refusals(decision)).toContain(refusal);
  // Whoever reads it is told in Chinese what to do.
  expect(decision.nextStep.what).toMatch(/[\u4e00-\u9fff]/);
}
