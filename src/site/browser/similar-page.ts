/** 「我想建…」: results appear while typing, worked out beside the page; the text stays on this machine. */
import type { Found } from '../../similarity/remote-library.ts';
import { href } from '../view/links.ts';
import { byId } from './elements.ts';
import { resultCard } from './similar/card.ts';
import { openDraft } from './similar/draft.ts';
import { nothingSimilar, tooShort, trouble } from './similar/notes.ts';
import { startSearcher, type Told } from './similar/searcher.ts';

/** Waiting time after a key before searching, in milliseconds. */
const PAUSE = 200;
const SHOWN = 10;
/** More than any plan's 建设内容; a whole book would only make the machine hot. */
const LONGEST = 20_000;

function start(): void {
  const root = byId('similar', HTMLElement);
  const { stamp = '', form } = root.dataset;
  const input = byId('need', HTMLTextAreaElement);
  const saved = byId('saved', HTMLElement);
  const clear = byId('clear', HTMLButtonElement);
  const back = byId('bring-back', HTMLButtonElement);
  const count = byId('count', HTMLElement);
  const message = byId('message', HTMLElement);
  const list = byId('found', HTMLOListElement);
  const draft = openDraft(() => localStorage);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  let asked = '';
  let former = '';

  const told: Told = {
    answered: ({ need, answer: { found, telling } }) => {
      clearTimeout(late);
      list.removeAttribute('aria-busy');
      const cut = input.value.trim().length > LONGEST ? '。文字太长，只比对了前 20,000 字' : '';
      say(found.length > 0 ? summary(found) + cut : '');
      put(found.length > 0 ? (telling ? [] : tooShort()) : telling ? nothingSimilar() : tooShort(), 'wait');
      const open = new Set([...list.querySelectorAll('details[open]')].map(keyOf));
      list.replaceChildren(...found.map((one) => resultCard(need, one, form)));
      for (const details of list.querySelectorAll('details')) details.open = open.has(keyOf(details));
    },
    failed: (failure, detail) => {
      clearTimeout(late);
      const text = asked;
      asked = '';
      blank();
      put(
        trouble(failure, detail, () => ask(text)),
        'stop',
      );
    },
  };
  const searcher = startSearcher(
    { base: new URL(href('/similar/'), location.href).href, stamp, limit: SHOWN },
    told,
  );

  function ask(text: string): void {
    if (text === asked) return;
    asked = text;
    put([], 'wait');
    list.setAttribute('aria-busy', 'true');
    clearTimeout(late);
    late = setTimeout(() => say('正在比对…'), 400);
    searcher.ask(text);
  }

  function update(): void {
    const text = input.value.trim().slice(0, LONGEST);
    clear.hidden = input.value === '';
    if (text !== '') {
      ask(text);
      return;
    }
    asked = '';
    searcher.forget();
    blank();
  }

  function blank(): void {
    clearTimeout(late);
    list.removeAttribute('aria-busy');
    list.replaceChildren();
    put([], 'wait');
    say('');
  }

  function put(nodes: readonly Node[], tone: 'wait' | 'stop'): void {
    message.className = `notice notice-${tone}`;
    message.replaceChildren(...nodes);
    message.hidden = nodes.length === 0;
  }

  /** Said aloud by screen readers, so only when it changes. */
  function say(text: string): void {
    if (count.textContent !== text) count.textContent = text;
  }

  function save(): void {
    const kept = draft.write(input.value);
    if (input.value === '') saved.textContent = '';
    else saved.textContent = kept ? '已保存在这台电脑上' : '这个浏览器不让保存，关掉页面文字就没有了';
  }

  function typed(): void {
    save();
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  }

  /** Puts another text in place of the present one, which can be brought back. */
  function replace(text: string): void {
    former = input.value;
    input.value = text;
    back.hidden = former.trim() === '';
    save();
    update();
  }

  // While an input method composes, the text is pinyin that nobody means; the end of composition searches.
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) typed();
  });
  input.addEventListener('compositionend', typed);
  input.addEventListener('focus', () => searcher.warm(), { once: true });
  clear.addEventListener('click', () => {
    replace('');
    saved.textContent = '已清空，这台电脑上不再保存';
    input.focus();
  });
  back.addEventListener('click', () => {
    replace(former);
    input.focus();
  });

  root.hidden = false;
  input.value = draft.read();
  const given = givenText();
  if (given !== '' && given !== input.value) replace(given);
  else {
    if (input.value !== '') save();
    update();
  }
}

/** A question that another page hands over stands behind the #, which no browser sends to a server. */
function givenText(): string {
  if (location.hash.length < 2) return '';
  const text = safelyDecoded(location.hash.slice(1));
  history.replaceState(null, '', location.pathname);
  return text;
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function summary(found: readonly Found[]): string {
  const must = found.filter(({ candidate }) => candidate.mustAnswer).length;
  const most = found.length === SHOWN ? `最相似的 ${SHOWN} 个项目` : `相似的项目 ${found.length} 个`;
  return must > 0 ? `${most}，其中 ${must} 个申报时要答复` : `${most}，都不用答复，供比较`;
}

function keyOf(details: Element): string {
  return `${details.closest('li')?.dataset.id} ${details.getAttribute('data-kind')}`;
}

if (document.getElementById('similar')) start();
