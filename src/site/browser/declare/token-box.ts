/** The box for an access token: opens a request with what the page has made. */
import type { Repository } from '../../../registry/repository.ts';
import { byId, make, say } from '../elements.ts';
import type { RequestPlan } from './open-request.ts';

/** What goes into the request, or in a sentence why it cannot be made yet. */
export type Prepared = Pick<RequestPlan, 'id' | 'title' | 'files' | 'from'> | { readonly notYet: string };

/** Takes the box over; `prepare` is asked on each press, `done` is told after the request is open. */
export function takeTokenBox(
  { repository, api }: { readonly repository: Repository; readonly api: string },
  prepare: () => Promise<Prepared>,
  done: () => void,
): void {
  const box = byId('token', HTMLInputElement);
  const said = byId('token-said', HTMLElement);
  const state = byId('request-state', HTMLElement);
  /** A second press while one is under way would race with it. */
  let busy = false;
  byId('open-request', HTMLButtonElement).addEventListener('click', async () => {
    if (busy) return;
    const token = box.value.trim();
    said.hidden = token !== '';
    said.textContent = token === '' ? '填写访问令牌；没有的，用上面的办法送出。' : '';
    if (token === '') return box.focus();
    busy = true;
    await send(token).finally(() => {
      busy = false;
    });
  });

  async function send(token: string): Promise<void> {
    const prepared = await prepare();
    if ('notYet' in prepared) return say(state, prepared.notYet);
    const { openRequest, requestFault } = await import('./open-request.ts');
    try {
      const told = (words: string): void => say(state, words);
      const url = await openRequest({ api, token, repository, ...prepared, told });
      box.value = '';
      const link = make('a', { href: url, target: '_blank', rel: 'noopener' }, ['打开送件单']);
      state.replaceChildren('已经送件：', link);
      done();
    } catch (error) {
      say(state, requestFault(error, repository));
    }
  }
}
