import type { FormVersionListQuery } from '../../base/graph/generated/operation-types.ts';

/** A drafted or issued form. */
export type FormVersion = FormVersionListQuery['formVersions']['items'][number];

/** The address of its table; a draft is tried on the present facts. */
export function tableOf({ id, form, issuedBy }: FormVersion): string {
  const search = new URLSearchParams({ form: form.code, ...(issuedBy === null && { draftId: id }) });
  return `/reports/warmth-table?${search}`;
}
