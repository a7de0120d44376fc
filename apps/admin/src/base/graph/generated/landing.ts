// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const myCaseFilesQuery = operation<types.MyCaseFilesQuery, types.MyCaseFilesQueryVariables>(
  "MyCaseFiles",
  "query MyCaseFiles { underWay: caseFiles( filter: {mine: true, statuses: [SUBMITTED, COUNTY_REVIEW, POSTED]} page: 1 perPage: 1 ) { total } done: caseFiles( filter: {mine: true, statuses: [ACTIVE, EXITED, REJECTED]} page: 1 perPage: 1 ) { total } }",
);

export const openCampaignFunnelQuery = operation<types.OpenCampaignFunnelQuery, types.OpenCampaignFunnelQueryVariables>(
  "OpenCampaignFunnel",
  "query OpenCampaignFunnel { campaigns(page: 1, perPage: 5) { items { id name status from quotas { organizationId households } funnel { organizationId organizationName registered submitted posted active putForward approved funded paid } } total } }",
);
