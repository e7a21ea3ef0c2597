import { expect, it } from 'vitest';
import { keepText } from './kept-text.ts';

it('a draft is kept, and nothing is left of one that was cleared', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
  const draft = keepText(() => storage);
  expect(draft.write('停车')).toBe(true);
  expect(draft.read()).toBe('停车');
  draft.write('');
  expect(draft.read()).toBe('');
  expect(kept.size).toBe(0);
});

it('says so when the browser keeps nothing', () => {
  const draft = keepText(() => {
    throw new Error('SecurityError');
  });
  expect(draft.read()).toBe('');
  expect(draft.write('停车')).toBe(false);
});
