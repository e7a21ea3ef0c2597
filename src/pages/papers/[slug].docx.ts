import { paperDocx } from '../../papers/docx.ts';
import { blankPaper, PAPER_KINDS, PAPER_SLUGS, type PaperKind } from '../../papers/index.ts';

/** Every blank paper as a file for Word and WPS. */
export function getStaticPaths(): { params: { slug: string }; props: { kind: PaperKind } }[] {
  return PAPER_KINDS.map((kind) => ({ params: { slug: PAPER_SLUGS[kind] }, props: { kind } }));
}

export async function GET({ props }: { props: { kind: PaperKind } }): Promise<Response> {
  return new Response(new Uint8Array(await paperDocx(blankPaper(props.kind))));
}
