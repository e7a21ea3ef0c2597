/** Going on with what was begun: the draft of this tab, one that a crash has left behind, a file, a registered filing. */
import type { Draft } from '../../../declare/draft.ts';
import { byId } from '../elements.ts';
import { type App, freshNames, newDraft } from './app.ts';
import type { DraftStore } from './draft-store.ts';
import type { FormClient } from './form-client.ts';
import {
  exportDraft,
  type ResumeEvents,
  showDrafts,
  showRestored,
  showVersions,
  takeOpenFile,
} from './resume-view.ts';
import { clock } from './save-as.ts';
import type { ScreensView } from './screens-view.ts';

export interface Resume {
  /** Opens what belongs into this tab. */
  begin(): void;
  /** Another draft stands in the boxes. */
  opened(): void;
  /** Notes that the draft is open, so that a crash is noticed. */
  remember(): void;
  forget(): void;
}

interface Around {
  readonly app: App;
  readonly client: FormClient;
  readonly store: DraftStore;
  readonly screens: ScreensView;
}

/** The draft of this tab, for a reload. */
const TAB = 'declare-tab';
/** The draft that is open on this computer; still there after a tab was killed. */
const OPEN = 'declare-open';

export function takeResume({ app, client, store, screens }: Around): Resume {
  const events: ResumeEvents = {
    open: (draft, note) => {
      open(draft);
      if (note !== '') showRestored(note, []);
    },
    remove: (id) => {
      store.remove(id);
      list();
    },
    file: (file) => void openFile(file),
    version: ({ answers }) => {
      app.keepVersion();
      app.open({ ...app.draft, answers });
      app.set({});
      versions();
    },
    differences: ({ answers }) => client.ask('differences', { before: answers, after: app.draft.answers }),
  };
  const say = takeOpenFile(events);

  function list(): void {
    showDrafts(
      store.list().filter(({ id }) => id !== app.draft.id),
      events,
    );
  }

  function versions(): void {
    showVersions(store.versions(app.draft.id), events);
  }

  function open(draft: Draft): void {
    app.open(draft);
    remember();
    screens.go(draft.screen);
    list();
  }

  function remember(): void {
    quietly(() => sessionStorage.setItem(TAB, app.draft.id));
    if (store.keeping() === 'here') quietly(() => localStorage.setItem(OPEN, app.draft.id));
  }

  function forget(): void {
    quietly(() => sessionStorage.removeItem(TAB));
    quietly(() => localStorage.removeItem(OPEN));
    list();
  }

  async function openFile(file: File): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    take(
      await client.ask('open', { name: file.name, bytes, ...freshNames() }).catch(() => ({ fault: NOT_NOW })),
    );
  }

  function take(opened: { readonly draft: Draft; readonly note: string } | { readonly fault: string }): void {
    say('fault' in opened ? opened.fault : '');
    if ('fault' in opened) return;
    open(opened.draft);
    app.set({});
    showRestored(opened.note, []);
  }

  byId('export-draft', HTMLButtonElement).addEventListener('click', () => exportDraft(app.draft));
  const toggle = byId('show-versions', HTMLButtonElement);
  const panel = byId('versions', HTMLElement);
  toggle.addEventListener('click', () => {
    panel.hidden = !panel.hidden;
    toggle.setAttribute('aria-expanded', String(!panel.hidden));
    if (!panel.hidden) versions();
  });
  byId('restored-close', HTMLButtonElement).addEventListener('click', () => {
    byId('restored', HTMLElement).hidden = true;
  });
  // A tab that is closed in good order leaves no open draft behind; one that is killed does.
  window.addEventListener('pagehide', () => quietly(() => localStorage.removeItem(OPEN)));
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== `declare-draft:${app.draft.id}` || newValue === null) return;
    showRestored('这份草稿在另一个标签页里也开着，刚刚在那边保存过：只在一处填，免得互相盖掉。', []);
  });

  return {
    opened: () => {
      panel.hidden = true;
      toggle.setAttribute('aria-expanded', 'false');
      byId('restored', HTMLElement).hidden = true;
    },
    remember,
    forget,
    begin: () => {
      const asked = /^#edit=(.+)$/.exec(location.hash)?.[1];
      if (asked !== undefined) {
        history.replaceState(null, '', location.pathname);
        const id = decodeURIComponent(asked);
        screens.go('start');
        void client
          .ask('openFiled', { id, ...freshNames() })
          .catch(() => ({ fault: NOT_NOW }))
          .then(take);
        list();
        return;
      }
      const [crashed, tab] = [
        quietly(() => localStorage.getItem(OPEN)),
        quietly(() => sessionStorage.getItem(TAB)),
      ];
      const draft = store.read(tab ?? '') ?? store.read(crashed ?? '');
      if (!draft) {
        app.open(newDraft());
        screens.go('start');
        list();
        return;
      }
      open(draft);
      if (crashed === draft.id && tab !== draft.id) void tellRestored(draft);
    },
  };

  async function tellRestored(draft: Draft): Promise<void> {
    const [last] = store.versions(draft.id);
    const at = clock(new Date(draft.savedAt));
    const changes = last
      ? await client.ask('differences', { before: last.answers, after: draft.answers }).catch(() => [])
      : [];
    showRestored(
      `上次没有正常关闭，已经恢复到 ${at} 的内容。和上一步存的相比，改了 ${changes.length} 栏：`,
      changes,
    );
  }
}

const NOT_NOW = '没有读到，网络可能断了，过一会儿再试。';

/** A browser may forbid its storages. */
function quietly<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
