/** 「我想建…」: results appear while typing, worked out beside the page; the text stays on this machine. */
import './polyfills.ts';
import { href } from '../view/links.ts';
import { byId } from './elements.ts';
import { takeDocumentBox } from './similar/document-box.ts';
import { takeNeedBox } from './similar/need-box.ts';
import { startSearcher } from './similar/searcher.ts';
import { takeSimilarList } from './similar/similar-list.ts';

const MAX_PROJECTS = 10;

function start(): void {
  const root = byId('similar', HTMLElement);
  const { stamp = '', form } = root.dataset;
  const list = takeSimilarList(form, MAX_PROJECTS);
  const base = new URL(href('/similar/'), location.href).href;
  let asked = '';

  const searcher = startSearcher(
    { base, stamp, limit: MAX_PROJECTS },
    {
      answered: ({ need, answer }) => list.show(need, answer, box.isCut()),
      failed: (failure, detail) => {
        const text = asked;
        asked = '';
        list.fail(failure, detail, () => ask(text));
      },
    },
  );

  function ask(text: string): void {
    if (text !== '' && text === asked) return;
    asked = text;
    if (text === '') {
      searcher.forget();
      list.clear();
      return;
    }
    list.wait();
    searcher.ask(text);
  }

  const box = takeNeedBox({ focused: searcher.warm, rested: ask });
  takeDocumentBox(box.open);
  box.open(givenText());
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

if (document.getElementById('similar')) start();
