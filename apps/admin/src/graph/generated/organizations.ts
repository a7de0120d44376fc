// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const organizationListQuery = operation<types.OrganizationListQuery, types.OrganizationListQueryVariables>(
  "OrganizationList",
  "query OrganizationList($filter: OrganizationFilter, $page: Int, $perPage: Int) { organizations(filter: $filter, page: $page, perPage: $perPage) { items { id code name kind path staffCount } total } }",
);

export const organizationRecordQuery = operation<types.OrganizationRecordQuery, types.OrganizationRecordQueryVariables>(
  "OrganizationRecord",
  "query OrganizationRecord($id: ID!) { organization(id: $id) { id code name kind path staffCount parent { id name } children { id code name kind staffCount } aidCentres { id name level publicInstitution } } }",
);

export const registerOrganizationMutation = operation<types.RegisterOrganizationMutation, types.RegisterOrganizationMutationVariables>(
  "RegisterOrganization",
  "mutation RegisterOrganization($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { problems { ...ProblemParts } organization { id name } } } fragment ProblemParts on Problem { code field zh en }",
);
