/** 联系方式: only in the boxes and in memory; sealed to the office's key before anything is written out. */
import { byId, say } from '../elements.ts';

export interface ContactView {
  /** What stands in the boxes, by label. */
  values(): Readonly<Record<string, string>>;
  /** Empties the boxes. */
  clear(): void;
  /** Says how it stands. */
  update(sealed: boolean): void;
  /** Seals what was entered for an entry; undefined when nothing was entered or it cannot be sealed here. */
  seal(id: string): Promise<string | undefined>;
}

/** Takes over the boxes. `key` is the office's public key; without it nothing is sealed. */
export function takeContact(key: string | undefined, again: () => void): ContactView {
  const root = byId('contact', HTMLElement);
  const state = byId('contact-state', HTMLElement);
  const redo = byId('contact-again', HTMLButtonElement);
  const holders = [...root.querySelectorAll<HTMLElement>('[data-contact]')];
  const boxOf = (holder: HTMLElement): HTMLInputElement | null => holder.querySelector('[data-contact-box]');

  const values = (): Record<string, string> => {
    const given: Record<string, string> = {};
    for (const holder of holders) {
      const text = boxOf(holder)?.value.trim() ?? '';
      if (text !== '') given[holder.dataset.contact ?? ''] = text;
    }
    return given;
  };

  /** Each fault begins with the label of its box, and stands beside it. */
  function tell(faults: readonly string[]): void {
    let first: HTMLElement | undefined;
    for (const holder of holders) {
      const fault = faults.find((one) => one.startsWith(`${holder.dataset.contact}：`)) ?? '';
      const [said, box] = [holder.querySelector<HTMLElement>('.said'), boxOf(holder)];
      if (said) say(said, fault);
      if (said) said.hidden = fault === '';
      if (fault === '') box?.removeAttribute('aria-invalid');
      else box?.setAttribute('aria-invalid', 'true');
      if (fault !== '') first ??= box ?? undefined;
    }
    const apart = faults.filter(
      (one) => !holders.some(({ dataset }) => one.startsWith(`${dataset.contact}：`)),
    );
    say(state, apart.join(''));
    first?.focus();
  }

  redo.addEventListener('click', () => {
    again();
    boxOf(holders[0] ?? root)?.focus();
  });

  return {
    values,
    clear: () => {
      for (const holder of holders) {
        const box = boxOf(holder);
        if (box) box.value = '';
      }
    },
    update: (sealed) => {
      redo.hidden = !sealed;
      root.hidden = sealed;
      say(state, sealed ? '联系方式已经加密，只有办公室打得开；这里不再显示。' : '');
    },
    seal: async (id) => {
      const given = values();
      if (key === undefined || Object.keys(given).length === 0) return undefined;
      const { readContactValues } = await import('../../../sealing/contact-text.ts');
      const read = readContactValues(given);
      tell(read.ok ? [] : read.faults);
      if (!read.ok) throw new Error('contact');
      const { sealContact } = await import('../../../sealing/contact.ts');
      return sealContact(id, read.values, [key]);
    },
  };
}
