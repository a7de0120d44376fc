import type { Keyring, SealedPlace } from '@nuangong/sealing';

/** The place that a member's state of health is sealed for. */
export function healthPlace(memberId: string, organizationPath: string): SealedPlace {
  return { table: 'household_member', column: 'sealed_health', row: memberId, organization: organizationPath };
}

/** The place that a household's remark is sealed for. */
export function remarkPlace(householdId: string, organizationPath: string): SealedPlace {
  return { table: 'household', column: 'sealed_remark', row: householdId, organization: organizationPath };
}

/** The place that a version's state is sealed for. */
export function statePlace(versionId: string, organizationPath: string): SealedPlace {
  return { table: 'household_version', column: 'sealed_state', row: versionId, organization: organizationPath };
}

/** The place that a visit's findings are sealed for. */
export function findingsPlace(visitId: string, organizationPath: string): SealedPlace {
  return { table: 'visit', column: 'sealed_findings', row: visitId, organization: organizationPath };
}

/** Seals a text about people; null and empty give null. */
export function sealWritten(keyring: Keyring, text: string | null, place: SealedPlace): string | null {
  return text === null || text === '' ? null : keyring.seal(text, place);
}
