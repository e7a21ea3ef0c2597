/** The element with this id. Throws when the page lacks it: page and script are built together. */
export function byId<E extends HTMLElement>(id: string, type: new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} #${id}`);
  return found;
}

/** A new element with a class, text or children. Text is always set as text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Says something aloud by screen readers; an unchanged text is not said again. */
export function say(status: HTMLElement, text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

/** Puts a message in its place; without one the place is hidden. */
export function putMessage(place: HTMLElement, message: readonly Node[]): void {
  place.replaceChildren(...message);
  place.hidden = message.length === 0;
}

/** A paragraph that begins with what matters. */
export function told(first: string, ...rest: readonly (Node | string)[]): HTMLParagraphElement {
  return make('p', {}, [make('strong', {}, [first]), ...rest]);
}
