// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const vacancyListQuery = operation<types.VacancyListQuery, types.VacancyListQueryVariables>(
  "VacancyList",
  "query VacancyList($filter: VacancyFilter, $page: Int, $perPage: Int) { vacancies(filter: $filter, page: $page, perPage: $perPage) { items { id employer trade place positions filled monthlyPayFrom monthlyPayTo requirements forLaidOff offeredOn status organizationName } total } }",
);

export const vacancyRecordQuery = operation<types.VacancyRecordQuery, types.VacancyRecordQueryVariables>(
  "VacancyRecord",
  "query VacancyRecord($id: ID!) { vacancy(id: $id) { id employer trade place positions filled monthlyPayFrom monthlyPayTo requirements forLaidOff offeredOn dateReason offeredBy status organizationName } }",
);

export const offerVacancyMutation = operation<types.OfferVacancyMutation, types.OfferVacancyMutationVariables>(
  "OfferVacancy",
  "mutation OfferVacancy($input: OfferVacancyInput!) { offerVacancy(input: $input) { problems { ...ProblemParts } vacancy { id } } } fragment ProblemParts on Problem { code field zh en }",
);
