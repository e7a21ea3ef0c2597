import { FORM_READINGS } from './readings/forms.ts';
import { PROCEDURE_READINGS } from './readings/procedure.ts';
import { RECORD_READINGS } from './readings/records.ts';
import { SCOPE_READINGS } from './readings/scope.ts';
import type { Interpretation } from './readings/types.ts';

export type { Interpretation, InterpretationStatus } from './readings/types.ts';

const ALL = [...SCOPE_READINGS, ...FORM_READINGS, ...PROCEDURE_READINGS, ...RECORD_READINGS] as const;

export type InterpretationId = (typeof ALL)[number]['id'];

/** Every reading the registry relies on: scope first, then forms, procedure, and the office's records. */
export const INTERPRETATIONS: readonly (Interpretation & { readonly id: InterpretationId })[] = ALL;
