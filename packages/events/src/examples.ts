import type { OrganizationReference } from './fields.ts';

/** The city and the county used in the catalogue's examples. */
export const exampleCity: OrganizationReference = {
  id: '0197a000-0000-7000-8000-000000000001',
  path: '51/5101/',
  code: '5101',
  name: '蓉城市总工会',
};

export const exampleCounty: OrganizationReference = {
  id: '0197a000-0000-7000-8000-000000000002',
  path: '51/5101/510107/',
  code: '510107',
  name: '武侯区总工会',
};

/** A readable id for an example: the same number is the same record in every example. */
export function exampleId(number: number): string {
  return `0197a000-0000-7000-8000-${number.toString().padStart(12, '0')}`;
}

export const exampleCampaignId = exampleId(10);
export const exampleHouseholdId = exampleId(20);
export const exampleCaseFileId = exampleId(21);
export const exampleApplicationId = exampleId(22);
export const exampleGrantId = exampleId(23);
export const exampleUnionFundId = exampleId(30);
export const exampleCountyFundId = exampleId(31);
export const exampleAllocationId = exampleId(32);
export const examplePaymentId = exampleId(33);
export const exampleJobSeekerId = exampleId(40);
export const exampleVacancyId = exampleId(41);
export const exampleReferralId = exampleId(42);
export const exampleLegalCaseId = exampleId(50);
export const exampleWageClaimId = exampleId(51);
export const exampleStaffId = exampleId(60);
