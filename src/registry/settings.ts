import type { RegistryFacts } from './facts.ts';

/** A figure of the office's; undefined while it is blank or is no number, and then nothing is judged by it. */
export function figure({ settings }: Pick<RegistryFacts, 'settings'>, name: string): number | undefined {
  const text = settings[name]?.trim() ?? '';
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? undefined : value;
}
