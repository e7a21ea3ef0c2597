import { SAMPLES, type Sample } from '../../filing/samples.ts';
import { readFiling } from '../../form/entry-fields.ts';
import { paperDocx } from '../../papers/docx.ts';
import { formKind, formPaper } from '../../papers/index.ts';

/** Every sample as a filled form for Word and WPS. */
export function getStaticPaths(): { params: { slug: string }; props: { sample: Sample } }[] {
  return SAMPLES.map((sample) => ({ params: { slug: sample.slug }, props: { sample } }));
}

export async function GET({ props }: { props: { sample: Sample } }): Promise<Response> {
  const { values, form } = props.sample;
  const filing = readFiling({ ...values, 表式: form });
  return new Response(new Uint8Array(await paperDocx(formPaper(formKind(filing), filing))));
}
