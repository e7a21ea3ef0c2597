import { draftName } from '../../../declare/draft.ts';
import type { Repository } from '../../../registry/repository.ts';
import type { RawMap } from '../../../text/raw.ts';
import { href } from '../../view/links.ts';
import { byId, say } from '../elements.ts';
import { once } from '../load.ts';
import { App, newDraft } from './app.ts';
import { takeAttachments } from './attachments-view.ts';
import { fillHolder } from './boxes.ts';
import { takeComparing } from './comparing.ts';
import { takeContact } from './contact-view.ts';
import { draftStore } from './draft-store.ts';
import { takeDrawing } from './drawing.ts';
import { FormError, startForm } from './form-client.ts';
import { focusPlace } from './found-view.ts';
import { listen } from './listen.ts';
import { keepOffline, whenIdle } from './offline.ts';
import { takeParcel } from './parcel.ts';
import { takeResume } from './resume.ts';
import { clock } from './save-as.ts';
import { takeScreens } from './screens-view.ts';
import { sealedStore } from './sealed-store.ts';
import type { SendEvents } from './send-view.ts';
import { numberFields, showParts } from './shown-view.ts';
import { takeSimilar } from './similar-view.ts';
import { mayStart } from './start-check.ts';
import { takeUnits } from './start-view.ts';

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
  const sealed = sealedStore(store.keeping);
  /** Once it has judged, the page has time to see to later. */
  const keepLater = onlyOnce(() =>
    whenIdle(async () => {
      if (await keepOffline({ stamp, similarStamp })) root.dataset.offline = 'ready';
    }),
  );
  numberFields(form);
  /** The sealed files of the draft come from another storage, a little later than the draft. */
  let sealedThere: Promise<void> = Promise.resolve();

  const parts = { form, client, store, sealed: () => [...sealed.files.values()] };
  const app = new App(parts, {
    judged: (judged) => {
      if (!drawing.isHeld()) drawing.show(judged);
      keepLater();
    },
    opened: (draft) => {
      contact.clear();
      contact.update(draft.sealed !== undefined);
      sealedThere = sealed.open(draft.id).then(() => {
        if (sealed.files.size > 0) app.judge();
      }, ignore);
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
  const drawing = takeDrawing({ form, app: () => app, screens: () => screens, units });
  /** What draws functions from the text is brought by the screen on which they are confirmed. */
  const openFunctions = once(async () => {
    const { takeFunctions } = await import('./functions-view.ts');
    return takeFunctions(() => app.changed());
  });
  /** Only a paste of a whole plan brings what parts it. */
  const openPlan = once(async () => {
    const { takePlan } = await import('./plan-view.ts');
    return takePlan(
      form,
      () => app.keepVersion(),
      () => app.changed(),
    );
  });
  const contact = takeContact(key, () => {
    app.set({ sealed: undefined, sealedFor: undefined });
    contact.update(false);
    app.judge();
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
  const compare = takeComparing({
    app,
    view: similarView,
    units,
    stamp: similarStamp,
    answered: (failed) => {
      byId('similar-again', HTMLElement).hidden = !failed;
    },
  });

  const screens = takeScreens(
    form,
    () => app.draft.filed !== undefined,
    (name) => {
      byId('draft-bar', HTMLElement).hidden = name === 'start' && Object.keys(app.draft.answers).length === 0;
      for (const one of ['resume', 'open-file'])
        byId(one, HTMLElement).classList.toggle('apart', name !== 'start');
      byId('declare-lede', HTMLElement).hidden = name !== 'start';
      if (name !== app.draft.screen) app.set({ screen: name });
      if (name === 'functions') openFunctions().then(({ offer }) => offer(app.draft.answers), ignore);
      if (name === 'papers' && app.judged?.route) {
        attachments.prepare(app.judged.route);
        attachments.update();
      }
      if (name === 'similar') compare(true);
      if (name === 'send') void openSend().then((open) => open());
      if (app.judged) drawing.show(app.judged);
    },
  );

  const resume = takeResume({ app, client, store, sealed, screens });
  const parcel = takeParcel(app, contact);
  const sendEvents: SendEvents = {
    ready: async () => {
      await sealedThere;
      return parcel.ready();
    },
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
      void sealed.remove(app.draft.id);
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

  async function next(): Promise<void> {
    const name = screens.current();
    app.draft = { ...app.draft, seen: [...new Set([...app.draft.seen, name])] };
    if (name === 'contact' && !(await parcel.sealContact())) return;
    const judged = await app.judgeNow();
    drawing.show(judged);
    const screen = form.querySelector<HTMLElement>(`[data-screen="${name}"]`);
    if (!screen) return;
    if (name === 'start' && !mayStart(form, app.draft.answers, store.keeping() !== undefined, judged)) return;
    const anyway = screen.querySelector<HTMLElement>('[data-anyway]');
    if (drawing.summary(name)) {
      if (anyway) anyway.hidden = false;
      screen.querySelector<HTMLElement>('[data-summary]')?.focus();
      return;
    }
    if (anyway) anyway.hidden = true;
    onward();
  }

  function onward(): void {
    app.keepVersion();
    byId('restored', HTMLElement).hidden = true;
    const to = screens.next();
    if (to !== undefined) screens.go(to);
  }

  function typed(target: EventTarget | null): void {
    if (target instanceof HTMLElement && (target.closest('[data-ignore]') || target.closest('#contact')))
      return;
    app.changed(
      target instanceof HTMLElement ? (target.closest<HTMLElement>('[data-field]') ?? undefined) : undefined,
    );
    const name = screens.current();
    if (['project', 'content', 'functions', 'start'].includes(name)) compare(false);
    if (name === 'papers') attachments.update();
  }

  listen(form, {
    typed,
    pasted: (box) => {
      if (screens.current() === 'content') openPlan().then(({ look }) => look(box), ignore);
    },
    composes: (composing) => drawing.hold('composing', composing),
    presses: (now) => drawing.hold('pressed', now),
    keeps: (where) => {
      store.keep(where);
      void sealed.moved(where);
      resume.remember();
    },
    leaves: drawing.left,
    next: () => void next().catch((error: unknown) => say(saved, failureWords(error))),
    anyway: onward,
    back: () => screens.go(screens.back() ?? 'start'),
    rows: () => {
      showParts(form);
      if (screens.current() === 'papers') attachments.update();
    },
    changed: () => app.changed(),
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
  void resume.begin().then(() => {
    root.hidden = false;
    app.judge();
  });
}

function onlyOnce(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

function failureWords(error: unknown): string {
  return error instanceof FormError && error.why === 'not-loaded'
    ? '核对用的文件没有读到，网络可能断了：填写和保存不受影响，连上以后再核对。'
    : '自动核对停下了：填写和保存不受影响，重新打开本页再核对。';
}

/** Without its script an offer is not made; everything is filled in as before. */
function ignore(): void {}
