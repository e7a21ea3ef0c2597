/** 查重 while somebody writes: what is compared, and what is said meanwhile. */
import { UNIT_TYPES } from '../../../regulation/vocabulary.ts';
import { isRawMap } from '../../../text/raw.ts';
import { href } from '../../view/links.ts';
import type { App } from './app.ts';
import { needOfDraft } from './need.ts';
import { startSimilar } from './similar-client.ts';
import type { SimilarView } from './similar-view.ts';
import type { UnitView } from './start-view.ts';

interface Around {
  readonly app: App;
  readonly view: SimilarView;
  readonly units: UnitView;
  /** The state of the index; undefined where the registry has none. */
  readonly stamp: string | undefined;
  /** An answer has come. */
  readonly answered: (failed: boolean) => void;
}

/** Gives what compares the draft as it stands; `now` when the answer is waited for. */
export function takeComparing({ app, view, units, stamp, answered }: Around): (now: boolean) => void {
  if (stamp === undefined)
    return () => view.off('这个登记库还没有概念词表，查重用不了；送出以后由办公室查。');
  const base = new URL(href('/similar/'), location.href).href;
  const similar = startSimilar({ base, stamp }, (answer) => {
    app.similar = answer;
    view.show(answer, app.judged?.route?.approval === true);
    answered(answer.failure !== undefined);
    app.judge();
  });
  return (now) => {
    const { answers, slug } = app.draft;
    const unit = String(answers.单位 ?? '');
    const need = needOfDraft(answers, `${unit || '-'}/${slug ?? '-'}`, units.typeOf(unit) === UNIT_TYPES[0]);
    if (!need) {
      if (now) view.off('「建设内容」还没有写，写了就能比。');
      return;
    }
    if (now) view.waiting();
    const named = Array.isArray(answers.查重说明) ? answers.查重说明 : [];
    const excused = named.flatMap((row) => (isRawMap(row) ? String(row.对象 ?? '') : []));
    const lately = { ids: app.judged?.lately ?? [], excused };
    (now ? similar.now : similar.soon)({ need, lately });
  };
}
