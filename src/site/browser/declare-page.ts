/** 「我要申报」: the form in the browser. What is typed stays in the boxes and in this browser's own storage. */
import './declare/polyfills.ts';
import { startPage } from './declare/page.ts';
import { byId } from './elements.ts';

/** What the page cannot do without; a browser that lacks one of them is told so instead of failing half-way. */
function lacking(): string | undefined {
  if (typeof Worker === 'undefined') return '它不能在后台运行程序。';
  if (typeof crypto === 'undefined' || !('getRandomValues' in crypto)) return '它没有安全的随机数。';
  return undefined;
}

if (document.getElementById('declare')) {
  const why = lacking();
  if (why === undefined) startPage();
  else {
    byId('declare-failed', HTMLElement).hidden = false;
    byId('declare-failed-why', HTMLElement).textContent = why;
  }
}
