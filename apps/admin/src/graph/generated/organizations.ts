// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const organizationListQuery = operation<types.OrganizationListQuery, types.OrganizationListQueryVariables>(
  "OrganizationList",
  "query OrganizationList($filter: OrganizationFilter, $page: Int, $perPage: Int) { organizations(filter: $filter, page: $page, perPage: $perPage) { items { id code name kind stationKind inForceTo path staffCount } total } }",
);

export const organizationRecordQuery = operation<types.OrganizationRecordQuery, types.OrganizationRecordQueryVariables>(
  "OrganizationRecord",
  "query OrganizationRecord($id: ID!) { organization(id: $id) { id code name kind stationKind inForceFrom inForceTo path staffCount parent { id name } children { id code name kind stationKind inForceTo staffCount } history { id from name closed recordedAt } aidCentres { id name level publicInstitution } } }",
);

export const registerOrganizationMutation = operation<types.RegisterOrganizationMutation, types.RegisterOrganizationMutationVariables>(
  "RegisterOrganization",
  "mutation RegisterOrganization($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { problems { ...ProblemParts } organization { id name } } } fragment ProblemParts on Problem { code field zh en }",
);

export const renameOrganizationMutation = operation<types.RenameOrganizationMutation, types.RenameOrganizationMutationVariables>(
  "RenameOrganization",
  "mutation RenameOrganization($input: RenameOrganizationInput!) { renameOrganization(input: $input) { problems { ...ProblemParts } organization { id name } } } fragment ProblemParts on Problem { code field zh en }",
);

export const closeOrganizationMutation = operation<types.CloseOrganizationMutation, types.CloseOrganizationMutationVariables>(
  "CloseOrganization",
  "mutation CloseOrganization($input: CloseOrganizationInput!) { closeOrganization(input: $input) { problems { ...ProblemParts } organization { id } } } fragment ProblemParts on Problem { code field zh en }",
);
