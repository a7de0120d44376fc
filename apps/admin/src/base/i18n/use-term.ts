import { useSpeech } from './use-words.ts';

/** The groups of the glossary's enumerated terms that the graph carries as text. */
export type TermGroup =
  | 'fundSource'
  | 'grantStatus'
  | 'batchStatus'
  | 'allocationStatus'
  | 'matchingRequirement'
  | 'accountKind'
  | 'paymentStatus'
  | 'aidType'
  | 'role'
  | 'rank'
  | 'organizationKind'
  | 'stationKind'
  | 'facilityKind'
  | 'aidCentreLevel'
  | 'jobSeekerStatus'
  | 'jobSeekerPriority'
  | 'vacancyStatus'
  | 'referralStatus'
  | 'legalCaseKind'
  | 'legalCaseStatus'
  | 'legalCaseOutcome'
  | 'wageClaimStatus'
  | 'figureState'
  | 'figureKind'
  | 'submissionStatus'
  | 'unit'
  | 'recordType'
  | 'auditAction'
  | 'eventType'
  | 'serviceName';

/** Gives one of the glossary's terms by its group and value; a value that the glossary lacks is shown unchanged. */
export function useTerm(): (group: TermGroup, value: string | null | undefined) => string {
  const { sayIfKnown } = useSpeech();
  return (group, value) => (value === null || value === undefined ? '—' : (sayIfKnown(`${group}.${value}`) ?? value));
}
