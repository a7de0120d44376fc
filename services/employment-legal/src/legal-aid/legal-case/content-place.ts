import type { SealedPlace } from '@nuangong/sealing';

/** The place that a legal case's content is sealed for. */
export function contentPlace(legalCase: { readonly id: string; readonly organizationPath: string }): SealedPlace {
  const { id, organizationPath } = legalCase;
  return { table: 'legal_case', column: 'sealed_content', row: id, organization: organizationPath };
}
