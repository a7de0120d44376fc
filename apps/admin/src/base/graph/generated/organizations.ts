// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const organizationListQuery = operation<types.OrganizationListQuery, types.OrganizationListQueryVariables>(
  "OrganizationList",
  "query OrganizationList($filter: OrganizationFilter, $page: Int, $perPage: Int) { organizations(filter: $filter, page: $page, perPage: $perPage) { items { id code name kind stationKind inForceTo path staffCount } total } }",
);

export const organizationRecordQuery = operation<types.OrganizationRecordQuery, types.OrganizationRecordQueryVariables>(
  "OrganizationRecord",
  "query OrganizationRecord($id: ID!) { organization(id: $id) { id code name kind stationKind inForceFrom inForceTo path staffCount parent { id name } children { id code name kind stationKind inForceTo staffCount } history { id from name closed recordedAt } moves { id from formerParentName parentName reason movedByName movedAt } settings { kind value from setByItself } aidCentres { id name level publicInstitution posts inForceFrom inForceTo people { id name duty publicPost inForceFrom inForceTo } } facilities { id kind name partner address phone inForceFrom inForceTo } departments { id name kind { code name nameEn } inForceFrom inForceTo } contacts { id name duty phone department { id name } inForceFrom inForceTo } inForce { on centres { level count publicInstitutions people } stations { kind count } facilities { kind count } } } }",
);

export const registerOrganizationMutation = operation<types.RegisterOrganizationMutation, types.RegisterOrganizationMutationVariables>(
  "RegisterOrganization",
  "mutation RegisterOrganization($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { problems { ...ProblemParts } organization { id name } } } fragment ProblemParts on Problem { code field zh en }",
);

export const renameOrganizationMutation = operation<types.RenameOrganizationMutation, types.RenameOrganizationMutationVariables>(
  "RenameOrganization",
  "mutation RenameOrganization($input: RenameOrganizationInput!) { renameOrganization(input: $input) { problems { ...ProblemParts } organization { id name } } } fragment ProblemParts on Problem { code field zh en }",
);

export const superiorChoicesQuery = operation<types.SuperiorChoicesQuery, types.SuperiorChoicesQueryVariables>(
  "SuperiorChoices",
  "query SuperiorChoices($filter: OrganizationFilter!) { organizations(filter: $filter, perPage: 20) { items { id code name kind stationKind } total } }",
);

export const moveOrganizationMutation = operation<types.MoveOrganizationMutation, types.MoveOrganizationMutationVariables>(
  "MoveOrganization",
  "mutation MoveOrganization($input: MoveOrganizationInput!) { moveOrganization(input: $input) { problems { ...ProblemParts } organization { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const closeOrganizationMutation = operation<types.CloseOrganizationMutation, types.CloseOrganizationMutationVariables>(
  "CloseOrganization",
  "mutation CloseOrganization($input: CloseOrganizationInput!) { closeOrganization(input: $input) { problems { ...ProblemParts } organization { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const registerAidCentreMutation = operation<types.RegisterAidCentreMutation, types.RegisterAidCentreMutationVariables>(
  "RegisterAidCentre",
  "mutation RegisterAidCentre($input: RegisterAidCentreInput!) { registerAidCentre(input: $input) { problems { ...ProblemParts } aidCentre { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const changeAidCentreMutation = operation<types.ChangeAidCentreMutation, types.ChangeAidCentreMutationVariables>(
  "ChangeAidCentre",
  "mutation ChangeAidCentre($input: ChangeAidCentreInput!) { changeAidCentre(input: $input) { problems { ...ProblemParts } aidCentre { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const closeAidCentreMutation = operation<types.CloseAidCentreMutation, types.CloseAidCentreMutationVariables>(
  "CloseAidCentre",
  "mutation CloseAidCentre($input: CloseAidCentreInput!) { closeAidCentre(input: $input) { problems { ...ProblemParts } aidCentre { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const beginCentrePostMutation = operation<types.BeginCentrePostMutation, types.BeginCentrePostMutationVariables>(
  "BeginCentrePost",
  "mutation BeginCentrePost($input: BeginCentrePostInput!) { beginCentrePost(input: $input) { problems { ...ProblemParts } centrePost { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const endCentrePostMutation = operation<types.EndCentrePostMutation, types.EndCentrePostMutationVariables>(
  "EndCentrePost",
  "mutation EndCentrePost($input: EndCentrePostInput!) { endCentrePost(input: $input) { problems { ...ProblemParts } centrePost { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const registerFacilityMutation = operation<types.RegisterFacilityMutation, types.RegisterFacilityMutationVariables>(
  "RegisterFacility",
  "mutation RegisterFacility($input: RegisterFacilityInput!) { registerFacility(input: $input) { problems { ...ProblemParts } facility { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const changeFacilityMutation = operation<types.ChangeFacilityMutation, types.ChangeFacilityMutationVariables>(
  "ChangeFacility",
  "mutation ChangeFacility($input: ChangeFacilityInput!) { changeFacility(input: $input) { problems { ...ProblemParts } facility { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const closeFacilityMutation = operation<types.CloseFacilityMutation, types.CloseFacilityMutationVariables>(
  "CloseFacility",
  "mutation CloseFacility($input: CloseFacilityInput!) { closeFacility(input: $input) { problems { ...ProblemParts } facility { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const setSettingMutation = operation<types.SetSettingMutation, types.SetSettingMutationVariables>(
  "SetSetting",
  "mutation SetSetting($input: SetSettingInput!) { setSetting(input: $input) { problems { ...ProblemParts } organization { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const departmentKindsQuery = operation<types.DepartmentKindsQuery, types.DepartmentKindsQueryVariables>(
  "DepartmentKinds",
  "query DepartmentKinds { departmentKinds { code name nameEn } }",
);

export const registerDepartmentMutation = operation<types.RegisterDepartmentMutation, types.RegisterDepartmentMutationVariables>(
  "RegisterDepartment",
  "mutation RegisterDepartment($input: RegisterDepartmentInput!) { registerDepartment(input: $input) { problems { ...ProblemParts } department { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const changeDepartmentMutation = operation<types.ChangeDepartmentMutation, types.ChangeDepartmentMutationVariables>(
  "ChangeDepartment",
  "mutation ChangeDepartment($input: ChangeDepartmentInput!) { changeDepartment(input: $input) { problems { ...ProblemParts } department { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const closeDepartmentMutation = operation<types.CloseDepartmentMutation, types.CloseDepartmentMutationVariables>(
  "CloseDepartment",
  "mutation CloseDepartment($input: CloseDepartmentInput!) { closeDepartment(input: $input) { problems { ...ProblemParts } department { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const registerContactMutation = operation<types.RegisterContactMutation, types.RegisterContactMutationVariables>(
  "RegisterContact",
  "mutation RegisterContact($input: RegisterContactInput!) { registerContact(input: $input) { problems { ...ProblemParts } contact { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const changeContactMutation = operation<types.ChangeContactMutation, types.ChangeContactMutationVariables>(
  "ChangeContact",
  "mutation ChangeContact($input: ChangeContactInput!) { changeContact(input: $input) { problems { ...ProblemParts } contact { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const closeContactMutation = operation<types.CloseContactMutation, types.CloseContactMutationVariables>(
  "CloseContact",
  "mutation CloseContact($input: CloseContactInput!) { closeContact(input: $input) { problems { ...ProblemParts } contact { id } } } fragment ProblemParts on Problem { code field zh en }",
);
