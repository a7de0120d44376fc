/** An effect that was acknowledged to a client: it must be found when the system has settled. */
export type Acknowledgement =
  | { readonly kind: 'HOUSEHOLD_REGISTERED'; readonly householdId: string }
  | { readonly kind: 'CASE_FILES_MOVED'; readonly ids: readonly string[]; readonly to: CaseFileStep }
  | { readonly kind: 'APPLICATIONS_APPROVED'; readonly ids: readonly string[] }
  | { readonly kind: 'VISIT_RECORDED'; readonly visitId: string }
  | { readonly kind: 'RECEIPT_RECORDED'; readonly idempotencyKey: string; readonly amountFen: bigint }
  | { readonly kind: 'ALLOCATION_SENT'; readonly allocationId: string; readonly amountFen: bigint }
  | { readonly kind: 'ALLOCATION_RECEIVED'; readonly allocationId: string }
  | { readonly kind: 'BATCH_PAID'; readonly batchId: string }
  | { readonly kind: 'PAYMENT_RETURNED'; readonly paymentId: string };

/** The steps that the driver takes a file through, in order. */
export const caseFileSteps = ['DRAFT', 'SUBMITTED', 'COUNTY_REVIEW', 'POSTED', 'ACTIVE'] as const;
export type CaseFileStep = (typeof caseFileSteps)[number];

/** Where clients note what was acknowledged. */
export type Notebook = {
  readonly acknowledged: readonly Acknowledgement[];
  note(acknowledgement: Acknowledgement): void;
};

export function openNotebook(): Notebook {
  const acknowledged: Acknowledgement[] = [];
  return { acknowledged, note: (acknowledgement) => void acknowledged.push(acknowledgement) };
}
