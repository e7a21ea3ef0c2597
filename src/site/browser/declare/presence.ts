/** Tabs of this browser tell one another which draft they have open, so that none writes over what another writes. */
export interface Presence {
  /** Whether another tab has this draft open now. */
  isElsewhere(draftId: string): Promise<boolean>;
}

type Said = { readonly from: string; readonly asks: string } | { readonly to: string; readonly has: string };

/** A tab that is there answers at once; one that was killed, never. Milliseconds. */
const PATIENCE = 150;

/** `open` gives the id of this tab's draft, `me` is a name of this tab's own. */
export function takePresence(me: string, open: () => string): Presence {
  if (typeof BroadcastChannel === 'undefined') return { isElsewhere: async () => false };
  const channel = new BroadcastChannel('declare-tabs');
  const waiting = new Map<string, () => void>();
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if ('to' in data) {
      if (data.to === me) waiting.get(data.has)?.();
    } else if (data.asks === open()) channel.postMessage({ to: data.from, has: data.asks } satisfies Said);
  });
  return {
    isElsewhere: (draftId) =>
      new Promise((done) => {
        const settle = (there: boolean): void => {
          waiting.delete(draftId);
          done(there);
        };
        waiting.set(draftId, () => settle(true));
        setTimeout(() => settle(false), PATIENCE);
        channel.postMessage({ from: me, asks: draftId } satisfies Said);
      }),
  };
}
