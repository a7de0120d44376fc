// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const campaignListQuery = operation<types.CampaignListQuery, types.CampaignListQueryVariables>(
  "CampaignList",
  "query CampaignList($page: Int, $perPage: Int) { campaigns(page: $page, perPage: $perPage) { items { id name organizationName status from to standard budget } total } }",
);

export const campaignRecordQuery = operation<types.CampaignRecordQuery, types.CampaignRecordQueryVariables>(
  "CampaignRecord",
  "query CampaignRecord($id: ID!) { campaign(id: $id) { id name organizationName status from to standard budget phases { name nameEn from to } targetCategories { code name nameEn } policy { code name nameEn source clauses { code criterion threshold title titleEn source text note } } quotas { organizationId organizationName households budget } book { organizationId organizationName } funnel { organizationId organizationName registered submitted posted active putForward approved funded paid } } }",
);

export const campaignCandidatesQuery = operation<types.CampaignCandidatesQuery, types.CampaignCandidatesQueryVariables>(
  "CampaignCandidates",
  "query CampaignCandidates($id: ID!, $page: Int, $perPage: Int) { campaign(id: $id) { id candidates(page: $page, perPage: $perPage) { items { id eligible problems { ...ProblemParts } caseFile { id number household { id unitName head { name } } } } total } } } fragment ProblemParts on Problem { code field zh en }",
);

export const putForwardCampaignListMutation = operation<types.PutForwardCampaignListMutation, types.PutForwardCampaignListMutationVariables>(
  "PutForwardCampaignList",
  "mutation PutForwardCampaignList($input: PutForwardCampaignListInput!) { putForwardCampaignList(input: $input) { problems { ...ProblemParts } job { id service } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const campaignPlanChoicesQuery = operation<types.CampaignPlanChoicesQuery, types.CampaignPlanChoicesQueryVariables>(
  "CampaignPlanChoices",
  "query CampaignPlanChoices { policies { code name nameEn version source amountMin amountMax clauses { code kind title titleEn } } organizations( filter: {kinds: [COUNTY, INDUSTRY_UNION], open: true} page: 1 perPage: 100 ) { items { id name } } books: organizations( filter: {kinds: [CITY, COUNTY, INDUSTRY_UNION], open: true} page: 1 perPage: 100 ) { items { id name } } }",
);

export const openCampaignMutation = operation<types.OpenCampaignMutation, types.OpenCampaignMutationVariables>(
  "OpenCampaign",
  "mutation OpenCampaign($input: OpenCampaignInput!) { openCampaign(input: $input) { problems { ...ProblemParts } campaign { id } } } fragment ProblemParts on Problem { code field zh en }",
);
