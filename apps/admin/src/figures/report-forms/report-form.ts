import type { FormVersionListQuery } from '../../base/graph/generated/operation-types.ts';

/** A drafted or issued form. */
export type FormVersion = FormVersionListQuery['formVersions']['items'][number];

/** Where its table is: tried on the present facts while it is a draft. */
export function tableOf({ id, form, issuedBy }: FormVersion): string {
  const search = new URLSearchParams({ form: form.code, ...(issuedBy === null && { draftId: id }) });
  return `/reports/warmth-table?${search}`;
}
