import { allocationReceived } from './funds/allocation-received.contract.ts';
import { allocationSent } from './funds/allocation-sent.contract.ts';
import { applicationApproved } from './case-records/application-approved.contract.ts';
import { campaignOpened } from './case-records/campaign-opened.contract.ts';
import { caseFileActivated } from './case-records/case-file-activated.contract.ts';
import { caseFileChanged } from './case-records/case-file-changed.contract.ts';
import { caseFileExited } from './case-records/case-file-exited.contract.ts';
import { caseFileResumed } from './case-records/case-file-resumed.contract.ts';
import { caseFileSuspended } from './case-records/case-file-suspended.contract.ts';
import { grantAwaitingFunds } from './funds/grant-awaiting-funds.contract.ts';
import { grantCommitted } from './funds/grant-committed.contract.ts';
import { grantReleased } from './funds/grant-released.contract.ts';
import { jobSeekerRegistered } from './employment-legal/job-seeker-registered.contract.ts';
import { legalCaseOpened } from './employment-legal/legal-case-opened.contract.ts';
import { aidCentreChanged } from './identity/aid-centre-changed.contract.ts';
import { authorityRankChanged } from './identity/authority-rank-changed.contract.ts';
import { centrePostChanged } from './identity/centre-post-changed.contract.ts';
import { contactChanged } from './identity/contact-changed.contract.ts';
import { departmentChanged } from './identity/department-changed.contract.ts';
import { facilityChanged } from './identity/facility-changed.contract.ts';
import { organizationClosed } from './identity/organization-closed.contract.ts';
import { organizationMoved } from './identity/organization-moved.contract.ts';
import { organizationRegistered } from './identity/organization-registered.contract.ts';
import { organizationRenamed } from './identity/organization-renamed.contract.ts';
import { payeeCorrected } from './case-records/payee-corrected.contract.ts';
import { paymentMade } from './funds/payment-made.contract.ts';
import { paymentReturned } from './funds/payment-returned.contract.ts';
import { receiptRecorded } from './funds/receipt-recorded.contract.ts';
import { settingSet } from './identity/setting-set.contract.ts';
import { staffRightsEnded } from './identity/staff-rights-ended.contract.ts';
import { trainingAttended } from './employment-legal/training-attended.contract.ts';
import { vacancyOffered } from './employment-legal/vacancy-offered.contract.ts';
import { visitMade } from './case-records/visit-made.contract.ts';
import { wageClaimRecovered } from './employment-legal/wage-claim-recovered.contract.ts';
import { workerPlaced } from './employment-legal/worker-placed.contract.ts';
import { workerReferred } from './employment-legal/worker-referred.contract.ts';
import type { EventContract } from './define-event.ts';

/** The catalogue: every event type of the system, by name and version. */
export const contracts = {
  'organization-registered.v1': organizationRegistered,
  'organization-renamed.v1': organizationRenamed,
  'organization-closed.v1': organizationClosed,
  'organization-moved.v1': organizationMoved,
  'aid-centre-changed.v1': aidCentreChanged,
  'authority-rank-changed.v1': authorityRankChanged,
  'centre-post-changed.v1': centrePostChanged,
  'contact-changed.v1': contactChanged,
  'department-changed.v1': departmentChanged,
  'facility-changed.v1': facilityChanged,
  'setting-set.v1': settingSet,
  'staff-rights-ended.v1': staffRightsEnded,
  'application-approved.v1': applicationApproved,
  'campaign-opened.v1': campaignOpened,
  'case-file-activated.v1': caseFileActivated,
  'case-file-changed.v1': caseFileChanged,
  'case-file-exited.v1': caseFileExited,
  'case-file-resumed.v1': caseFileResumed,
  'case-file-suspended.v1': caseFileSuspended,
  'payee-corrected.v1': payeeCorrected,
  'visit-made.v1': visitMade,
  'allocation-received.v1': allocationReceived,
  'allocation-sent.v1': allocationSent,
  'grant-awaiting-funds.v1': grantAwaitingFunds,
  'grant-committed.v1': grantCommitted,
  'grant-released.v1': grantReleased,
  'payment-made.v1': paymentMade,
  'payment-returned.v1': paymentReturned,
  'receipt-recorded.v1': receiptRecorded,
  'job-seeker-registered.v1': jobSeekerRegistered,
  'legal-case-opened.v1': legalCaseOpened,
  'training-attended.v1': trainingAttended,
  'vacancy-offered.v1': vacancyOffered,
  'wage-claim-recovered.v1': wageClaimRecovered,
  'worker-placed.v1': workerPlaced,
  'worker-referred.v1': workerReferred,
} as const satisfies Record<`${string}.v${number}`, EventContract>;

export type Contracts = typeof contracts;
export type ContractName = keyof Contracts;
export type AnyContract = Contracts[ContractName];
/** The CloudEvents type of any event of the catalogue. */
export type EventType = AnyContract['type'];
