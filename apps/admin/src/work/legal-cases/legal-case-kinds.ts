import type { LegalCaseKind, LegalCaseOutcome } from '../../base/graph/generated/operation-types.ts';

/** The kinds of legal aid (法律援助案件类别). */
export const legalCaseKinds: readonly LegalCaseKind[] = [
  'CONSULTATION',
  'DRAFTING',
  'LITIGATION',
  'MEDIATION',
  'ARBITRATION',
];

/** How a case can end. */
export const legalCaseOutcomes: readonly LegalCaseOutcome[] = [
  'ADVISED',
  'DOCUMENTS_DRAFTED',
  'SETTLED',
  'WON',
  'PARTLY_WON',
  'LOST',
  'WITHDRAWN',
];
