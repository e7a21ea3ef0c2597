import { SAMPLES, type Sample } from '../../filing/samples.ts';

/** Every sample as a file that can be filed once its values are changed. */
export function getStaticPaths(): { params: { slug: string }; props: { sample: Sample } }[] {
  return SAMPLES.map((sample) => ({ params: { slug: sample.slug }, props: { sample } }));
}

export function GET({ props }: { props: { sample: Sample } }): Response {
  return new Response(props.sample.text);
}
