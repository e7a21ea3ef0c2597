/** Makes a draft ready to be handed over: its name is fixed, 联系方式 is sealed, and it is judged once more. */
import { draftId } from '../../../declare/draft.ts';
import type { App } from './app.ts';
import type { ContactView } from './contact-view.ts';
import type { Parcel } from './send-view.ts';

export interface ParcelMaker {
  /** The id of the file; from now on it stays. */
  fixed(): Promise<{ readonly id: string }>;
  /** Seals what was entered. False when something is wrong with it (it is said beside the boxes). */
  sealContact(): Promise<boolean>;
  ready(): Promise<Parcel>;
}

export function takeParcel(app: App, contact: ContactView): ParcelMaker {
  /** Something is sealed for this name, so it stays whatever the project is called later. */
  async function fixed(): Promise<{ readonly id: string }> {
    if (app.draft.slug === undefined) {
      const { fileName } = await import('./names.ts');
      const { 项目名称: name, 单位: unit } = app.draft.answers;
      app.set({ slug: fileName(String(name ?? ''), app.draft.suffix, String(unit ?? '')) });
    }
    return { id: draftId(app.draft) };
  }

  async function sealContact(): Promise<boolean> {
    if (app.draft.sealed !== undefined || Object.keys(contact.values()).length === 0) return true;
    try {
      const { id } = await fixed();
      const block = await contact.seal(id);
      if (block === undefined) return true;
      contact.clear();
      app.set({ sealed: block, sealedFor: id });
      contact.update(true);
      return true;
    } catch {
      return false;
    }
  }

  return {
    fixed,
    sealContact,
    ready: async () => {
      const { id } = await fixed();
      await sealContact();
      const judged = await app.judgeNow();
      const { filed } = app.draft;
      const file = judged.file;
      return {
        id,
        file,
        name: file.slice(file.lastIndexOf('/') + 1),
        judged,
        placed:
          judged.route !== undefined &&
          (judged.route.coordinator || !['社会组织', '个人'].includes(judged.filing.lead?.type ?? '')),
        isNew: filed === undefined,
      };
    },
  };
}
