// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const householdListQuery = operation<types.HouseholdListQuery, types.HouseholdListQueryVariables>(
  "HouseholdList",
  "query HouseholdList($filter: HouseholdFilter, $sort: HouseholdSort, $descending: Boolean, $page: Int, $perPage: Int) { households( filter: $filter sort: $sort descending: $descending page: $page perPage: $perPage ) { items { id unitName organizationName size monthlyIncomePerCapita hardshipClass dibaoStatus causes marks head { id name maskedIdentityNumber } caseFile { id number status version evidenceMissing nextSteps lockedForMe } } total problems { ...ProblemParts } } } fragment ProblemParts on Problem { code field zh en }",
);

export const householdRecordQuery = operation<types.HouseholdRecordQuery, types.HouseholdRecordQueryVariables>(
  "HouseholdRecord",
  "query HouseholdRecord($id: ID!) { household(id: $id) { id unitName organizationName size monthlyIncomePerCapita hardshipClass dibaoStatus causes modelWorkerHonour headStanding migrantWorker newGenerationMigrantWorker workers migrantWorkers remark marks head { id name maskedIdentityNumber birthDate sex maskedPhone maskedBankAccount } members { id name relation standing ruralRegistration monthlyIncome health schooling } payeeCorrections { ...CorrectionParts } suspectedDoubles { ...DoubleParts } caseFile { id number status version hardshipClass hardshipExplanation evidenceMissing evidenceChecklist { kind name nameEn present } nextSteps lockedForMe lockReason updatedAt evidence { id kind kindName fileName contentType size uploadedAt uploadedBy url previewUrl } evidenceArchiveUrl steps { id from to at staffName opinion happenedOn dateReason } proposal { ...ProposalParts } posting { id place from to status workingDays } } applications { id number status amount aidType putForwardBy putForwardAt approvedBy approvedAt lockedForMe lockReason campaign { id name } decision { id outcome } } payments { id status amount paidOn batchNumber voucher { id number } } visits { id visitedOn visitors leaderLed brought findings staffName safety { point state } } rosterRow { id row importId fileName readings } jobSeekers { id status registeredOn } legalCases { id number kind status openedOn } caseTimeline { ...TimelineParts } aidTimeline { ...TimelineParts } workTimeline { ...TimelineParts } } } fragment CorrectionParts on PersonCorrection { id state moneyWaits changed why correctedBy correctedAt decidedBy decidedAt opinion lockedForMe before { name maskedPhone maskedBankAccount } after { name maskedPhone maskedBankAccount } } fragment DoubleParts on SuspectedDouble { id elsewhere samePhone sameAccount strength because { feature weight } household { id head { name } } answer { why staffName answeredAt } } fragment ProposalParts on FileProposal { id kind why changes { fact before after } exitReason exitedOn dateReason proposedBy proposedAt mayDecide mayWithdraw } fragment TimelineParts on TimelineEntry { id at kind title titleEn detail detailEn actor organizationName recordType recordId }",
);

export const registeredElsewhereQuery = operation<types.RegisteredElsewhereQuery, types.RegisteredElsewhereQueryVariables>(
  "RegisteredElsewhere",
  "query RegisteredElsewhere($identityNumber: String!) { registeredElsewhere(identityNumber: $identityNumber) { registered lastAidedOn problems { ...ProblemParts } } } fragment ProblemParts on Problem { code field zh en }",
);

export const registerHouseholdMutation = operation<types.RegisterHouseholdMutation, types.RegisterHouseholdMutationVariables>(
  "RegisterHousehold",
  "mutation RegisterHousehold($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { problems { ...ProblemParts } household { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const changeHouseholdMutation = operation<types.ChangeHouseholdMutation, types.ChangeHouseholdMutationVariables>(
  "ChangeHousehold",
  "mutation ChangeHousehold($input: ChangeHouseholdInput!) { changeHousehold(input: $input) { problems { ...ProblemParts } household { id } waits } } fragment ProblemParts on Problem { code field zh en }",
);

export const recordMoveMutation = operation<types.RecordMoveMutation, types.RecordMoveMutationVariables>(
  "RecordMove",
  "mutation RecordMove($input: RecordMoveInput!) { recordMove(input: $input) { problems { ...ProblemParts } household { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const unmaskIdentityMutation = operation<types.UnmaskIdentityMutation, types.UnmaskIdentityMutationVariables>(
  "UnmaskIdentity",
  "mutation UnmaskIdentity($input: UnmaskIdentityInput!) { unmaskIdentity(input: $input) { problems { ...ProblemParts } value } } fragment ProblemParts on Problem { code field zh en }",
);

export const unmaskPhoneMutation = operation<types.UnmaskPhoneMutation, types.UnmaskPhoneMutationVariables>(
  "UnmaskPhone",
  "mutation UnmaskPhone($input: UnmaskNumberInput!) { unmaskPhone(input: $input) { problems { ...ProblemParts } value } } fragment ProblemParts on Problem { code field zh en }",
);

export const unmaskBankAccountMutation = operation<types.UnmaskBankAccountMutation, types.UnmaskBankAccountMutationVariables>(
  "UnmaskBankAccount",
  "mutation UnmaskBankAccount($input: UnmaskNumberInput!) { unmaskBankAccount(input: $input) { problems { ...ProblemParts } value } } fragment ProblemParts on Problem { code field zh en }",
);

export const recordVisitMutation = operation<types.RecordVisitMutation, types.RecordVisitMutationVariables>(
  "RecordVisit",
  "mutation RecordVisit($input: RecordVisitInput!) { recordVisit(input: $input) { problems { ...ProblemParts } visit { id } } } fragment ProblemParts on Problem { code field zh en }",
);
