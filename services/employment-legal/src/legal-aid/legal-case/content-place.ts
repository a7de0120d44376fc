import type { SealedPlace } from '@nuangong/sealing';

/** Where a legal case's content belongs. */
export function contentPlace(legalCase: { readonly id: string; readonly organizationPath: string }): SealedPlace {
  const { id, organizationPath } = legalCase;
  return { table: 'legal_case', column: 'sealed_content', row: id, organization: organizationPath };
}
