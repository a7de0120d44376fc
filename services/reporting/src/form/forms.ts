import type { FormDefinition } from './form.ts';
import { warmthTable } from './warmth-table.ts';

/** Every form of the service, the version in force of each. */
export const forms: readonly FormDefinition[] = [warmthTable];

/** The form of a code, if there is one. */
export function findForm(code: string): FormDefinition | undefined {
  return forms.find((form) => form.code === code);
}
