import type { Candidate } from '../../../similarity/judge.ts';
import type { Need } from '../../../similarity/types.ts';
import { entryLink } from '../../view/links.ts';
import { make } from '../elements.ts';
import { requestForm, requestText } from './reuse-request.ts';

/** The prepared request: a text to change and copy, and the form on the repository's page where that is known. */
export function requestBox(candidate: Candidate, need: Need, form: string | undefined): HTMLElement {
  const address = new URL(entryLink(candidate.id), location.href).href;
  const id = `request-${candidate.id.replace(/[^\w-]/g, '-')}`;
  const text = make('textarea', { class: 'input', id, rows: '12', spellcheck: 'false' });
  text.value = requestText(candidate, need, address);
  const done = make('span', { role: 'status' });
  const copy = make('button', { class: 'button button-quiet', type: 'button' }, ['复制文字']);
  copy.addEventListener('click', async () => {
    done.textContent = (await copied(text)) ? '已复制' : '没有复制成，文字已选中，按 Ctrl+C 复制';
  });
  return make('div', { class: 'request' }, [
    make('label', { for: id }, ['可以改了再复制，发给对方单位或者办公室']),
    text,
    make('p', { class: 'draft-line' }, [copy, done]),
    ...(form === undefined ? [] : [formLink(requestForm(form, candidate, need, address))]),
  ]);
}

function formLink(address: string): HTMLElement {
  return make('p', { class: 'small' }, [
    make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, [
      '在网上填复用申请（新窗口）',
    ]),
    '：点开后，上面的内容会带到公开的申请表里，提交前可以改。',
  ]);
}

/** Selecting is what remains where the clipboard is not allowed. */
async function copied(text: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    text.focus();
    text.select();
    return false;
  }
}
