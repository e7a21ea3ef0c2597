import { draftName } from '../../../declare/draft.ts';
import type { Judged } from '../../../declare/judge.ts';
import type { Repository } from '../../../registry/repository.ts';
import { UNIT_TYPES } from '../../../regulation/vocabulary.ts';
import type { RawMap } from '../../../text/raw.ts';
import { href } from '../../view/links.ts';
import { byId, say } from '../elements.ts';
import { once } from '../load.ts';
import { App, newDraft } from './app.ts';
import { type SealedParcels, takeAttachments } from './attachments-view.ts';
import { fillHolder } from './boxes.ts';
import { takeContact } from './contact-view.ts';
import { draftStore } from './draft-store.ts';
import { FormError, startForm } from './form-client.ts';
import { focusPlace, isOpen, type Placed, placed, showBeside, showSummary } from './found-view.ts';
import { takeFunctions } from './functions-view.ts';
import { around, listen } from './listen.ts';
import { needOfDraft } from './need.ts';
import { keepOffline } from './offline.ts';
import { takeParcel } from './parcel.ts';
import { placeOf } from './places.ts';
import { takeResume } from './resume.ts';
import { showReview } from './review-view.ts';
import { clock } from './save-as.ts';
import { takeScreens } from './screens-view.ts';
import type { SendEvents } from './send-view.ts';
import { numberFields, showEchoes, showFields, showParts } from './shown-view.ts';
import { startSimilar } from './similar-client.ts';
import { showCardFindings, takeSimilar } from './similar-view.ts';
import { mayStart } from './start-check.ts';
import { showStart, takeUnits } from './start-view.ts';
import { showSum } from './sum-view.ts';

/** Puts the whole page to work. */
export function startPage(): void {
  const root = byId('declare', HTMLElement);
  const form = byId('declare-form', HTMLFormElement);
  const {
    stamp = '',
    similar: similarStamp,
    repository: repositoryText,
    api,
    folder = '',
    key,
  } = root.dataset;
  const repository = repositoryText === undefined ? undefined : (JSON.parse(repositoryText) as Repository);
  const base = new URL(href('/declare/'), location.href).href;
  const client = startForm({ base, stamp });
  const store = draftStore({ here: () => localStorage, tab: () => sessionStorage });
  const saved = byId('saved', HTMLElement);
  const sealed: SealedParcels = new Map();
  /** Boxes that somebody has left: from then on what is wrong with them is said. */
  const left = new WeakSet<Element>();
  let found: readonly Placed[] = [];
  /** A button that moves between press and release is not clicked: meanwhile nothing moves. */
  let pressed = false;
  const isBusy = (): boolean => app.composing || pressed;
  const showSoon = (): void => {
    setTimeout(() => {
      if (app.judged && !isBusy()) show(app.judged);
    }, 0);
  };
  numberFields(form);

  const app = new App(form, client, store, {
    judged: (judged) => {
      if (!isBusy()) show(judged);
    },
    opened: (draft) => {
      contact.clear();
      contact.update(draft.sealed !== undefined);
      const answers = draft.answers.查重说明;
      if (Array.isArray(answers)) similarView.recall(answers as readonly RawMap[]);
      resume.opened();
    },
    saved: (kept, at) => {
      say(saved, kept ? `已保存 ${clock(at)}` : '这个浏览器没有地方保存：离开以前点「导出草稿」');
      resume.remember();
    },
    failed: (error) => say(saved, failureWords(error)),
  });

  const units = takeUnits();
  const functions = takeFunctions(() => app.changed());
  const contact = takeContact(key, () => {
    app.set({ sealed: undefined });
    contact.update(false);
  });
  const attachments = takeAttachments(form, sealed, {
    key,
    id: async () => (await parcel.fixed()).id,
    changed: () => app.changed(),
  });
  const similarView = takeSimilar(
    () => {
      const answers = similarView.read();
      if (answers === undefined) app.apart.delete('查重说明');
      else app.apart.set('查重说明', answers);
      app.changed();
    },
    (id) => {
      const field = form.querySelector<HTMLElement>('[data-field="前期项目"]');
      if (field) fillHolder(field, id);
    },
  );
  const similar =
    similarStamp === undefined
      ? undefined
      : startSimilar(
          { base: new URL(href('/similar/'), location.href).href, stamp: similarStamp },
          (answer) => {
            app.similar = answer;
            similarView.show(answer, app.judged?.route?.approval === true);
            byId('similar-again', HTMLElement).hidden = answer.failure === undefined;
            app.judge();
          },
        );

  const screens = takeScreens(
    form,
    () => app.draft.filed !== undefined,
    (name) => {
      byId('draft-bar', HTMLElement).hidden = name === 'start' && Object.keys(app.draft.answers).length === 0;
      for (const one of ['resume', 'open-file'])
        byId(one, HTMLElement).classList.toggle('apart', name !== 'start');
      if (name !== app.draft.screen) app.set({ screen: name });
      if (name === 'functions') functions.offer(app.draft.answers);
      if (name === 'papers' && app.judged?.route) {
        attachments.prepare(app.judged.route);
        attachments.update();
      }
      if (name === 'similar') compare(true);
      if (name === 'send') void openSend().then((open) => open());
      if (app.judged) show(app.judged);
    },
  );

  const resume = takeResume({ app, client, store, screens });
  const parcel = takeParcel(app, contact);
  const sendEvents: SendEvents = {
    ready: () => parcel.ready(),
    contacts: () => contact.values(),
    handedOver: () => {
      app.set({ handedOver: new Date().toISOString() });
      say(byId('finish-state', HTMLElement), '交出以后，别忘了删去公用电脑上的草稿。');
    },
    finished: () => {
      const name = draftName(app.draft);
      app.forget();
      store.remove(app.draft.id);
      contact.clear();
      sealed.clear();
      app.open(newDraft());
      app.forget();
      resume.forget();
      say(byId('finish-state', HTMLElement), `「${name}」的草稿已经删去，这台电脑上不再保存。`);
    },
  };

  /** The last screen brings what only it needs. */
  const openSend = once(async () => {
    const { takeSend } = await import('./send-view.ts');
    return takeSend({ repository, api, folder, sealed }, sendEvents);
  });

  /** Draws what was judged; never while an input method composes. */
  function show(judged: Judged): void {
    const { answers, seen } = app.draft;
    showFields(form, judged);
    showParts(form);
    showStart(answers);
    units.update(answers, judged.route?.coordinator === true);
    showEchoes(form, judged, (name) => placeOf(form, name));
    showSum(judged);
    found = placed(form, judged.findings);
    showBeside(form, found, ({ finding, place, screen }) => {
      const late = screen !== undefined && seen.includes(screen);
      return late || (place !== undefined && left.has(place) && !isOpen(finding));
    });
    showCardFindings(found.filter(({ screen }) => screen === 'similar').map(({ finding }) => finding));
    screens.mark(found, seen);
    if (screens.current() === 'review') showReview(app.review, found, goToField);
    const summary = summaryOf(screens.current());
    if (summary && !summary.hidden) refreshSummary();
  }

  function summaryOf(name: string): HTMLElement | null {
    return form.querySelector(`[data-screen="${name}"] [data-summary]`);
  }

  /** What has to be mended on a screen before it can be called done. */
  function mustMend(name: string): readonly Placed[] {
    return found.filter((one) => one.screen === name && one.finding.severity === 'error');
  }

  function refreshSummary(): void {
    const screen = form.querySelector<HTMLElement>(`[data-screen="${screens.current()}"]`);
    if (screen) showSummary(screen, mustMend(screens.current()));
  }

  function goToField(screen: string, label: string): void {
    const place = placeOf(form, label) ?? placeOf(form, FIRST[label] ?? '');
    screens.go(screen);
    setTimeout(() => place && focusPlace(place), 0);
  }

  /** Compares with the registry; `now` when the answer is waited for. */
  function compare(now: boolean): void {
    if (!similar) {
      similarView.off('这个登记库还没有概念词表，查重用不了；送出以后由办公室查。');
      return;
    }
    const unit = String(app.draft.answers.单位 ?? '');
    const need = needOfDraft(
      app.draft.answers,
      `${unit || '-'}/${app.draft.slug ?? '-'}`,
      units.typeOf(unit) === UNIT_TYPES[0],
    );
    if (!need) {
      if (now) similarView.off('「建设内容」还没有写，写了就能比。');
      return;
    }
    if (now) similarView.waiting();
    (now ? similar.now : similar.soon)(need);
  }

  async function next(): Promise<void> {
    const name = screens.current();
    app.draft = { ...app.draft, seen: [...new Set([...app.draft.seen, name])] };
    if (name === 'contact' && !(await parcel.sealContact())) return;
    const judged = await app.judgeNow();
    show(judged);
    const screen = form.querySelector<HTMLElement>(`[data-screen="${name}"]`);
    if (!screen) return;
    if (name === 'start' && !mayStart(form, app.draft.answers, store.keeping() !== undefined, judged)) return;
    const anyway = screen.querySelector<HTMLElement>('[data-anyway]');
    if (showSummary(screen, mustMend(name))) {
      if (anyway) anyway.hidden = false;
      summaryOf(name)?.focus();
      return;
    }
    if (anyway) anyway.hidden = true;
    onward();
  }

  function onward(): void {
    app.keepVersion();
    const to = screens.next();
    if (to !== undefined) screens.go(to);
  }

  function typed(target: EventTarget | null): void {
    if (target instanceof HTMLElement && (target.closest('[data-ignore]') || target.closest('#contact')))
      return;
    app.changed();
    const name = screens.current();
    if (['project', 'content', 'functions', 'start'].includes(name)) compare(false);
    if (name === 'papers') attachments.update();
  }

  listen(form, {
    typed,
    composes: (composing) => {
      app.composing = composing;
      if (!composing) showSoon();
    },
    presses: (now) => {
      pressed = now;
      if (!now) showSoon();
    },
    keeps: (where) => {
      store.keep(where);
      resume.remember();
    },
    leaves: (place) => {
      if (left.has(place)) return;
      for (const one of around(place)) left.add(one);
      showSoon();
    },
    next: () => void next().catch((error: unknown) => say(saved, failureWords(error))),
    anyway: onward,
    back: () => screens.go(screens.back() ?? 'start'),
    rows: () => {
      showParts(form);
      if (screens.current() === 'papers') attachments.update();
    },
    removed: () => app.changed(),
  });
  byId('similar-again', HTMLElement).addEventListener('click', () => compare(true));
  root.addEventListener('declare-goto', (event) => {
    const place = (event as CustomEvent<HTMLElement>).detail;
    const screen = place.closest<HTMLElement>('[data-screen]')?.dataset.screen ?? 'start';
    if (screen !== screens.current()) screens.go(screen);
    setTimeout(() => focusPlace(place), 0);
  });
  for (const type of ['pagehide', 'visibilitychange']) window.addEventListener(type, () => app.flush());

  const keep = store.keeping();
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name="keep"]'))
    radio.checked = radio.value === keep;
  root.hidden = false;
  resume.begin();
  app.judge();
  void keepOffline(stamp, [
    `${base}world.json?${stamp}`,
    ...(similarStamp ? [new URL(href(`/similar/index.json?${similarStamp}`), location.href).href] : []),
  ]);
}

/** Boxes that the review lists under other names. */
const FIRST: Readonly<Record<string, string>> = {
  谁主导或牵头实施: '牵头主体类型',
  牵头主体: '单位',
  协调单位: '单位',
};

function failureWords(error: unknown): string {
  return error instanceof FormError && error.why === 'not-loaded'
    ? '核对用的文件没有读到，网络可能断了：填写和保存不受影响，连上以后再核对。'
    : '自动核对停下了：填写和保存不受影响，重新打开本页再核对。';
}
