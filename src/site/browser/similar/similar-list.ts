import { asked } from '../../../similarity/comparison.ts';
import { type ModuleTable, projectsOf, withModules } from '../../../similarity/module-table.ts';
import type { Answer, Found } from '../../../similarity/remote-library.ts';
import type { Need } from '../../../similarity/types.ts';
import { byId, putMessage, say } from '../elements.ts';
import { relatedCard, resultCard } from './card.ts';
import type { Failure } from './messages.ts';
import { moduleNodes } from './module-nodes.ts';
import { nothingSimilar, tooShort, topics, trouble } from './notes.ts';

/** The answers below the box: a line that counts them, a message, and a card for each project. */
export interface SimilarList {
  wait(): void;
  /** `cut` when only the beginning of the text was compared. */
  show(need: Need, answer: Answer, cut: boolean): void;
  fail(failure: Failure, detail: string, again: () => void): void;
  clear(): void;
}

/** Takes over the page's places. `form` is the address of the request form; at most `most` projects are asked for. */
export function takeSimilarList(form: string | undefined, most: number): SimilarList {
  const count = byId('count', HTMLElement);
  const message = byId('message', HTMLElement);
  const list = byId('found', HTMLOListElement);
  let late: ReturnType<typeof setTimeout> | undefined;

  function put(nodes: readonly Node[], tone: 'wait' | 'stop' = 'wait'): void {
    message.className = `notice notice-${tone}`;
    putMessage(message, nodes);
  }

  function rest(): void {
    clearTimeout(late);
    list.removeAttribute('aria-busy');
  }

  function clear(): void {
    rest();
    list.replaceChildren();
    put([]);
    say(count, '');
  }

  return {
    wait: () => {
      put([]);
      list.setAttribute('aria-busy', 'true');
      clearTimeout(late);
      late = setTimeout(() => say(count, '正在比对…'), 400);
    },
    show: (need, { found: all, telling, modules }, cut) => {
      rest();
      const found = telling
        ? withTheirModules(all, modules).filter(isWorthShowing)
        : all.filter(isRelated).slice(0, RELATED);
      const about = cut ? '。文字太长，只比对了前 20,000 字' : '';
      say(count, telling && found.length > 0 ? summary(found, most) + about : '');
      put(telling ? noticeOf(found, modules) : [...tooShort(), ...topics()]);
      const open = new Set([...list.querySelectorAll('details[open]')].map(keyOf));
      list.replaceChildren(...found.map((one) => (telling ? resultCard(need, one, form) : relatedCard(one))));
      for (const details of list.querySelectorAll('details')) details.open = open.has(keyOf(details));
    },
    fail: (failure, detail, again) => {
      clear();
      put(trouble(failure, detail, again), 'stop');
    },
    clear,
  };
}

/** What shares a few words only is no result, unless it has to be answered. */
const LEAST_SCORE = 0.15;
/** So many are named for a text that says too little to be compared. */
const RELATED = 5;

function isWorthShowing({ candidate }: Found): boolean {
  return candidate.mustAnswer || candidate.score >= LEAST_SCORE;
}

/** What has a module of the plan has to be answered, whatever the rest of the plan says; no more than a check would ask. */
function withTheirModules(found: readonly Found[], table: ModuleTable): readonly Found[] {
  const having = projectsOf(table);
  const similar = found.map(({ candidate }) => withModules(candidate, having.get(candidate.id) ?? []));
  const asking = new Set(asked({ similar }));
  return found.map((one, at) => {
    const candidate = similar[at];
    return candidate ? { ...one, candidate: { ...candidate, mustAnswer: asking.has(candidate) } } : one;
  });
}

/** Where too little is said, words in common are chance; a thing in common is not. */
function isRelated({ candidate }: Found): boolean {
  return candidate.evidence.concepts.length > 0;
}

function noticeOf(found: readonly Found[], modules: ModuleTable): Node[] {
  const table = moduleNodes(modules);
  if (table.length > 0) return table;
  return found.length > 0 ? [] : nothingSimilar();
}

function summary(found: readonly Found[], most: number): string {
  const must = found.filter(({ candidate }) => candidate.mustAnswer).length;
  const first = found.length === most ? `最相似的 ${most} 个项目` : `相似的项目 ${found.length} 个`;
  return must > 0 ? `${first}，其中 ${must} 个申报时要答复` : `${first}，都不用答复，供比较`;
}

function keyOf(details: Element): string {
  return `${details.closest('li')?.dataset.id} ${details.getAttribute('data-kind')}`;
}
