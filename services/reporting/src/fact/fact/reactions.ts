import type { EventHandlers } from '@nuangong/event-bus';
import { organizationReactions } from '@nuangong/organizations';
import { whenCampaignOpened } from './when-campaign-opened.ts';
import type { FactWriter } from './record-facts.ts';
import { whenAidCentreChanged } from './when-aid-centre-changed.ts';
import { whenAllocationReceived } from './when-allocation-received.ts';
import { whenApplicationApproved } from './when-application-approved.ts';
import { whenCaseFileActivated } from './when-case-file-activated.ts';
import { whenCaseFileChanged } from './when-case-file-changed.ts';
import { whenCaseFileExited } from './when-case-file-exited.ts';
import { whenCaseFileResumed } from './when-case-file-resumed.ts';
import { whenCaseFileSuspended } from './when-case-file-suspended.ts';
import { whenCentrePostChanged } from './when-centre-post-changed.ts';
import { whenFacilityChanged } from './when-facility-changed.ts';
import { whenLegalCaseOpened } from './when-legal-case-opened.ts';
import { whenPaymentMade } from './when-payment-made.ts';
import { whenPaymentReturned } from './when-payment-returned.ts';
import { whenOrganizationMoved } from './when-organization-moved.ts';
import { whenReceiptRecorded } from './when-receipt-recorded.ts';
import { whenTrainingAttended } from './when-training-attended.ts';
import { whenVacancyOffered } from './when-vacancy-offered.ts';
import { whenVisitMade } from './when-visit-made.ts';
import { whenWageClaimRecovered } from './when-wage-claim-recovered.ts';

/** All reactions of reporting to events of the other services, live and in a replay. */
export const reactions = {
  ...organizationReactions,
  'nuangong.organization-moved.v1': whenOrganizationMoved,
  'nuangong.campaign-opened.v1': whenCampaignOpened,
  'nuangong.case-file-activated.v1': whenCaseFileActivated,
  'nuangong.case-file-changed.v1': whenCaseFileChanged,
  'nuangong.case-file-exited.v1': whenCaseFileExited,
  'nuangong.case-file-suspended.v1': whenCaseFileSuspended,
  'nuangong.case-file-resumed.v1': whenCaseFileResumed,
  'nuangong.application-approved.v1': whenApplicationApproved,
  'nuangong.payment-made.v1': whenPaymentMade,
  'nuangong.payment-returned.v1': whenPaymentReturned,
  'nuangong.receipt-recorded.v1': whenReceiptRecorded,
  'nuangong.allocation-received.v1': whenAllocationReceived,
  'nuangong.visit-made.v1': whenVisitMade,
  'nuangong.vacancy-offered.v1': whenVacancyOffered,
  'nuangong.training-attended.v1': whenTrainingAttended,
  'nuangong.legal-case-opened.v1': whenLegalCaseOpened,
  'nuangong.wage-claim-recovered.v1': whenWageClaimRecovered,
  'nuangong.aid-centre-changed.v1': whenAidCentreChanged,
  'nuangong.centre-post-changed.v1': whenCentrePostChanged,
  'nuangong.facility-changed.v1': whenFacilityChanged,
} satisfies EventHandlers<FactWriter>;
