/** A whole plan that was pasted into one box: on her word its chapters go into the boxes that are called like them. */
import { partOfPlan } from '../../../filing/plan-part.ts';
import { byId, say } from '../elements.ts';
import { fieldNamed } from './places.ts';

const SCREEN = '[data-screen=content]';

/** Looks at what was pasted, and offers to part it. */
export interface PlanView {
  look(box: HTMLTextAreaElement): void;
}

/** `before` keeps the text as it is to go back to, `moved` is told when the boxes have changed. */
export function takePlan(form: HTMLElement, before: () => void, moved: () => void): PlanView {
  const offer = byId('plan-offer', HTMLElement);
  const words = byId('plan-words', HTMLElement);
  const split = byId('plan-split', HTMLButtonElement);
  const labels = [...form.querySelectorAll<HTMLElement>(`${SCREEN} [data-field]`)].map(
    ({ dataset }) => dataset.field ?? '',
  );
  let pasted: HTMLTextAreaElement | undefined;
  let parts = new Map<string, string>();

  function look(box: HTMLTextAreaElement): void {
    const own = box.closest<HTMLElement>('[data-field]')?.dataset.field;
    parts = new Map(
      labels.flatMap((label) => {
        const part = partOfPlan(box.value, label);
        return part !== undefined && (label === own || isBlank(boxOf(label))) ? [[label, part] as const] : [];
      }),
    );
    pasted = box;
    offer.hidden = ![...parts.keys()].some((label) => label !== own);
    split.hidden = offer.hidden;
    const named = [...parts.keys()].map((label) => `「${label}」`).join('');
    say(words, offer.hidden ? '' : `粘贴的内容里有${named}的小标题，可以分到各栏。`);
  }

  split.addEventListener('click', () => {
    before();
    for (const [label, part] of parts) {
      const box = boxOf(label);
      if (box) box.value = part;
    }
    split.hidden = true;
    say(words, `已经分到 ${parts.size} 栏，核对一遍；粘贴的原文在「以前的版本」里，可以换回来。`);
    moved();
    pasted?.focus();
  });

  return { look };

  function boxOf(label: string): HTMLTextAreaElement | undefined {
    return fieldNamed(form, label)?.querySelector('textarea') ?? undefined;
  }
}

function isBlank(box: HTMLTextAreaElement | undefined): boolean {
  return box !== undefined && box.value.trim() === '';
}
