import { campaignListQuery, campaignRecordQuery } from './generated/campaigns.ts';
import { householdListQuery, householdRecordQuery } from './generated/households.ts';
import { postingListQuery, postingRecordQuery } from './generated/postings.ts';
import { rosterImportListQuery, rosterImportRecordQuery } from './generated/roster-imports.ts';
import { pagesOf, recordOf, type Identified, type ResourceAdapter } from './resource.ts';

/** Every resource that react-admin's lists and records read, by name. */
export const resources = {
  campaigns: {
    list: pagesOf(campaignListQuery, (data) => data.campaigns),
    one: recordOf(campaignRecordQuery, (data) => data.campaign),
  },
  households: {
    list: pagesOf(householdListQuery, (data) => data.households),
    one: recordOf(householdRecordQuery, (data) => data.household),
  },
  postings: {
    list: pagesOf(postingListQuery, (data) => data.postings),
    one: recordOf(postingRecordQuery, (data) => data.posting),
  },
  'roster-imports': {
    list: pagesOf(rosterImportListQuery, (data) => data.rosterImports),
    one: recordOf(rosterImportRecordQuery, (data) => data.rosterImport),
  },
} satisfies Readonly<Record<string, ResourceAdapter<Identified, Identified>>>;

export type ResourceName = keyof typeof resources;

/** A row of one resource's list. */
export type ItemOf<Name extends ResourceName> = Awaited<ReturnType<(typeof resources)[Name]['list']>>['items'][number];

/** One record of a resource as its own page reads it. */
export type DetailOf<Name extends ResourceName> = Awaited<ReturnType<(typeof resources)[Name]['one']>>;
