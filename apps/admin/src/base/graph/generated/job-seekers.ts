// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const jobSeekerListQuery = operation<types.JobSeekerListQuery, types.JobSeekerListQueryVariables>(
  "JobSeekerList",
  "query JobSeekerList($filter: JobSeekerFilter, $page: Int, $perPage: Int) { jobSeekers(filter: $filter, page: $page, perPage: $perPage) { items { id name householdId migrantWorker skills wishes place priority status registeredOn organizationName } total } }",
);

export const jobSeekerRecordQuery = operation<types.JobSeekerRecordQuery, types.JobSeekerRecordQueryVariables>(
  "JobSeekerRecord",
  "query JobSeekerRecord($id: ID!) { jobSeeker(id: $id) { id name householdId migrantWorker skills wishes place priority status registeredOn registeredBy organizationName referrals { id referredOn referredBy status vacancy { id employer trade place } placement { id placedOn monthlyPay recordedBy } } training { id course attendedOn recordedBy } } }",
);

export const openVacanciesQuery = operation<types.OpenVacanciesQuery, types.OpenVacanciesQueryVariables>(
  "OpenVacancies",
  "query OpenVacancies { vacancies(filter: {status: OPEN}, page: 1, perPage: 200) { items { id employer trade place positions filled monthlyPayFrom monthlyPayTo } total } }",
);

export const householdChoicesQuery = operation<types.HouseholdChoicesQuery, types.HouseholdChoicesQueryVariables>(
  "HouseholdChoices",
  "query HouseholdChoices($filter: HouseholdFilter!) { households(filter: $filter, page: 1, perPage: 8) { items { id unitName migrantWorker head { id name maskedIdentityNumber } caseFile { id } } total problems { ...ProblemParts } } } fragment ProblemParts on Problem { code field zh en }",
);

export const referralListQuery = operation<types.ReferralListQuery, types.ReferralListQueryVariables>(
  "ReferralList",
  "query ReferralList($filter: ReferralFilter, $page: Int, $perPage: Int) { referrals(filter: $filter, page: $page, perPage: $perPage) { items { id referredOn referredBy status organizationName jobSeeker { id name } vacancy { id employer trade place monthlyPayFrom monthlyPayTo } placement { id placedOn monthlyPay } } total } }",
);

export const referralRecordQuery = operation<types.ReferralRecordQuery, types.ReferralRecordQueryVariables>(
  "ReferralRecord",
  "query ReferralRecord($id: ID!) { referral(id: $id) { id referredOn dateReason referredBy status organizationName jobSeeker { id name } vacancy { id employer trade place } placement { id placedOn monthlyPay } } }",
);

export const placementRecordQuery = operation<types.PlacementRecordQuery, types.PlacementRecordQueryVariables>(
  "PlacementRecord",
  "query PlacementRecord($id: ID!) { placement(id: $id) { id placedOn dateReason monthlyPay recordedBy referral { id referredOn organizationName jobSeeker { id name } vacancy { id employer trade } } } }",
);

export const trainingAttendanceRecordQuery = operation<types.TrainingAttendanceRecordQuery, types.TrainingAttendanceRecordQueryVariables>(
  "TrainingAttendanceRecord",
  "query TrainingAttendanceRecord($id: ID!) { trainingAttendance(id: $id) { id course attendedOn dateReason recordedBy organizationName jobSeeker { id name householdId } } }",
);

export const registerJobSeekerMutation = operation<types.RegisterJobSeekerMutation, types.RegisterJobSeekerMutationVariables>(
  "RegisterJobSeeker",
  "mutation RegisterJobSeeker($input: RegisterJobSeekerInput!) { registerJobSeeker(input: $input) { problems { ...ProblemParts } jobSeeker { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const referWorkerMutation = operation<types.ReferWorkerMutation, types.ReferWorkerMutationVariables>(
  "ReferWorker",
  "mutation ReferWorker($input: ReferWorkerInput!) { referWorker(input: $input) { problems { ...ProblemParts } referral { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const recordPlacementMutation = operation<types.RecordPlacementMutation, types.RecordPlacementMutationVariables>(
  "RecordPlacement",
  "mutation RecordPlacement($input: RecordPlacementInput!) { recordPlacement(input: $input) { problems { ...ProblemParts } placement { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const recordTrainingAttendanceMutation = operation<types.RecordTrainingAttendanceMutation, types.RecordTrainingAttendanceMutationVariables>(
  "RecordTrainingAttendance",
  "mutation RecordTrainingAttendance($input: RecordTrainingAttendanceInput!) { recordTrainingAttendance(input: $input) { problems { ...ProblemParts } trainingAttendance { id } } } fragment ProblemParts on Problem { code field zh en }",
);
