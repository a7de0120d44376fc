import type { Keyring, SealedPlace } from '@nuangong/sealing';

/** Where a member's state of health belongs. */
export function healthPlace(memberId: string, organizationPath: string): SealedPlace {
  return { table: 'household_member', column: 'sealed_health', row: memberId, organization: organizationPath };
}

/** Where a household's remark belongs. */
export function remarkPlace(householdId: string, organizationPath: string): SealedPlace {
  return { table: 'household', column: 'sealed_remark', row: householdId, organization: organizationPath };
}

/** Where a version's state belongs. */
export function statePlace(versionId: string, organizationPath: string): SealedPlace {
  return { table: 'household_version', column: 'sealed_state', row: versionId, organization: organizationPath };
}

/** Where a visit's findings belong. */
export function findingsPlace(visitId: string, organizationPath: string): SealedPlace {
  return { table: 'visit', column: 'sealed_findings', row: visitId, organization: organizationPath };
}

/** Seals what was written of people, where anything was. */
export function sealWritten(keyring: Keyring, text: string | null, place: SealedPlace): string | null {
  return text === null || text === '' ? null : keyring.seal(text, place);
}
