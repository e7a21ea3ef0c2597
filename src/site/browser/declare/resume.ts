/** Going on with what was begun: the draft of this tab, one that a crash has left behind, a file, a registered filing. */
import { type Draft, draftName } from '../../../declare/draft.ts';
import { byId } from '../elements.ts';
import { type App, freshNames, newDraft } from './app.ts';
import type { DraftStore } from './draft-store.ts';
import type { FormClient } from './form-client.ts';
import type { Opened } from './messages.ts';
import type { Unpacked } from './open-parcel.ts';
import { takePresence } from './presence.ts';
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
import type { SealedAttachment, SealedStore } from './sealed-store.ts';

export interface Resume {
  /** Opens what belongs into this tab. */
  begin(): Promise<void>;
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
  readonly sealed: SealedStore;
  readonly screens: ScreensView;
}

/** The draft of this tab, for a reload. */
const TAB = 'declare-tab';
/** The draft that is open on this computer; still there after a tab was killed. */
const OPEN = 'declare-open';

export function takeResume({ app, client, store, sealed, screens }: Around): Resume {
  const presence = takePresence(newDraft().id, () => app.draft.id);
  const events: ResumeEvents = {
    open: async (draft) => {
      const busy = await presence.isElsewhere(draft.id);
      sayBusy(busy ? draft : undefined);
      if (!busy) open(draft);
    },
    remove: (id) => {
      store.remove(id);
      void sealed.remove(id);
      list();
    },
    export: (draft) => void give(draft),
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

  /** Two tabs on one draft would write over one another. */
  function sayBusy(draft: Draft | undefined): void {
    const said = byId('drafts-said', HTMLElement);
    said.hidden = draft === undefined;
    said.textContent = draft
      ? `「${draftName(draft)}」正在另一个标签页里填，到那边接着填；那边关掉以后，从这里打开。`
      : '';
  }

  async function give(draft: Draft): Promise<void> {
    await exportDraft(draft, await sealed.of(draft.id));
  }

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
    const packed = await unpacked(file.name, bytes).catch(() => ({ fault: NOT_NOW }));
    if ('fault' in packed) return say(packed.fault);
    const { sealed: files, ...asks } = packed;
    const opened = await client.ask('open', { ...asks, ...freshNames() }).catch(() => ({ fault: NOT_NOW }));
    await take(opened, files);
  }

  async function take(opened: Opened, files: readonly SealedAttachment[]): Promise<void> {
    say('fault' in opened ? opened.fault : '');
    if ('fault' in opened) return;
    open(opened.draft);
    for (const one of files) await sealed.add(one);
    app.set({});
    if (files.length > 0) app.judge();
    showRestored(opened.note, []);
  }

  byId('export-draft', HTMLButtonElement).addEventListener('click', () => void give(app.draft));
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
  window.addEventListener('pagehide', () =>
    quietly(() => {
      if (localStorage.getItem(OPEN) === app.draft.id) localStorage.removeItem(OPEN);
    }),
  );
  // The browser may bring the whole page back as it was left.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) remember();
  });
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
    begin: async () => {
      const asked = /^#edit=(.+)$/.exec(location.hash)?.[1];
      if (asked !== undefined) {
        history.replaceState(null, '', location.pathname);
        const id = decodeURIComponent(asked);
        screens.go('start');
        void client
          .ask('openFiled', { id, ...freshNames() })
          .catch(() => ({ fault: NOT_NOW }))
          .then((opened) => take(opened, []));
        list();
        return;
      }
      const [crashed, tab] = [
        quietly(() => localStorage.getItem(OPEN)),
        quietly(() => sessionStorage.getItem(TAB)),
      ];
      const draft = store.read(tab ?? '') ?? store.read(crashed ?? '');
      const busy = draft !== undefined && (await presence.isElsewhere(draft.id));
      if (!draft || busy) {
        app.open(newDraft());
        screens.go('start');
        list();
        sayBusy(draft);
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

/** A file as it is to be opened: a .zip is taken apart first. */
async function unpacked(name: string, bytes: Uint8Array): Promise<Unpacked | { readonly fault: string }> {
  // The first bytes of every .zip.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { name, bytes, sealed: [] };
  const { unpack } = await import('./open-parcel.ts');
  return unpack(bytes);
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
