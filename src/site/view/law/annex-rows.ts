import type { Annex, AnnexCell, AnnexId, OpinionParty } from '../../../regulation/index.ts';

/** How many labelled cells stand side by side in each row of the printed table, above the opinions. */
const ROW_SIZES: Readonly<Record<AnnexId, readonly number[]>> = {
  annex1: [2, 3, 1, 1, 2, 2, 1],
  annex2: [2, 3, 1, 1, 2, 1, 2, 1],
};

/** An annex taken apart as it lies on the page. */
export interface AnnexPage {
  /** Above the table: date and unit of money. */
  readonly head: readonly AnnexCell[];
  readonly rows: readonly (readonly AnnexCell[])[];
  readonly opinions: readonly { readonly party: OpinionParty; readonly cells: readonly AnnexCell[] }[];
  /** Below the table: the contact lines. */
  readonly foot: readonly AnnexCell[];
}

/** Lays the cells of an annex out. Throws when its rows and its cells do not agree: our own fault. */
export function layAnnex(annex: Annex & { readonly id: AnnexId }): AnnexPage {
  const sizes = ROW_SIZES[annex.id];
  const signed = (cell: AnnexCell): boolean => cell.party !== undefined;
  const plain = annex.cells.filter((cell) => !signed(cell));
  const [head, body, foot] = [plain.slice(0, 2), plain.slice(2, -2), plain.slice(-2)];
  if (body.length !== sizes.reduce((sum, size) => sum + size, 0)) throw new Error(`Rows of ${annex.id}`);
  let at = 0;
  const rows = sizes.map((size) => {
    at += size;
    return body.slice(at - size, at);
  });
  const opinions = (['申报单位', '主管单位'] as const).map((party) => {
    return { party, cells: annex.cells.filter((cell) => cell.party === party) };
  });
  return { head, rows, opinions, foot };
}
