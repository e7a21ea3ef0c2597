import type { Form } from '../regulation/vocabulary.ts';
import type { Raw } from '../text/raw.ts';
import { composeFiling } from './compose.ts';
import { SAMPLE_VALUES, type SampleSlug } from './sample-values.ts';

/** A filing that is filled in whole, as an example of its route. The projects are made up. */
export interface Sample {
  readonly slug: SampleSlug;
  /** 「街道已建成的项目」 */
  readonly title: string;
  readonly form: Form;
  /** Code of the unit whose folder it would lie in. */
  readonly unit: string;
  readonly values: Readonly<Record<string, Raw>>;
  /** The file as `new` would have written it. */
  readonly text: string;
}

/** One for every row of the route table, in its order. */
export const SAMPLES: readonly Sample[] = SAMPLE_VALUES.map(
  ({ slug, title, form, unit, filedOn, values }) => ({
    slug,
    title,
    form,
    unit,
    values,
    text: composeFiling(values, { form, today: filedOn, ruleVersion: '金政〔2021〕22号' }),
  }),
);
