import type { Form } from '../../regulation/vocabulary.ts';

/** The annex that each 表式 fills in; 资料报送 has none of its own, and the application's words fit best. */
export const FORM_ANNEX = {
  备案表: 'annex2',
  申请表: 'annex1',
  资料报送: 'annex1',
} as const satisfies Record<Form, 'annex1' | 'annex2'>;
