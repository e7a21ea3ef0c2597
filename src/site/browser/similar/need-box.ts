import { followTyping } from '../asking.ts';
import { byId } from '../elements.ts';
import { keepText } from './kept-text.ts';

/** More than any plan's 建设内容; a whole book would only make the machine hot. */
const MAX_TEXT = 20_000;

/** The box for the need, with what keeps its text for this tab. */
export interface NeedBox {
  /** True when what is compared is only the beginning of the text. */
  isCut(): boolean;
  /** Shows the text kept from the last visit, or one that another page hands over; '' hands over nothing. */
  open(given: string): void;
}

/** Takes over the box, its buttons and the line below it. `rested` gets the text to compare, '' when there is none. */
export function takeNeedBox(told: {
  readonly focused: () => void;
  readonly rested: (text: string) => void;
}): NeedBox {
  const input = byId('need', HTMLTextAreaElement);
  const saved = byId('saved', HTMLElement);
  const clear = byId('clear', HTMLButtonElement);
  const back = byId('bring-back', HTMLButtonElement);
  const kept = keepText(() => sessionStorage);
  let former = '';

  function save(): void {
    const isKept = kept.write(input.value);
    if (input.value === '') saved.textContent = '';
    else
      saved.textContent = isKept
        ? '文字只留在这个标签页，关掉就没有了'
        : '这个浏览器不让保存，刷新页面文字就没有了';
  }

  function update(): void {
    clear.hidden = input.value === '';
    told.rested(input.value.trim().slice(0, MAX_TEXT));
  }

  /** Puts another text in place of the present one, which can be brought back. */
  function replace(text: string): void {
    former = input.value;
    input.value = text;
    back.hidden = former.trim() === '';
    save();
    update();
  }

  followTyping(input, { changed: save, rested: update });
  input.addEventListener('focus', told.focused, { once: true });
  clear.addEventListener('click', () => {
    replace('');
    saved.textContent = '已清空';
    input.focus();
  });
  back.addEventListener('click', () => {
    replace(former);
    input.focus();
  });

  return {
    isCut: () => input.value.trim().length > MAX_TEXT,
    open: (given) => {
      // Somebody may have typed before this script was there.
      if (input.value === '') input.value = kept.read();
      if (given !== '' && given !== input.value) return replace(given);
      if (input.value !== '') save();
      update();
    },
  };
}
