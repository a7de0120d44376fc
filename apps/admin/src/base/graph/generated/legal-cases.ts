// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const legalCaseListQuery = operation<types.LegalCaseListQuery, types.LegalCaseListQueryVariables>(
  "LegalCaseList",
  "query LegalCaseList($filter: LegalCaseFilter, $page: Int, $perPage: Int) { legalCases(filter: $filter, page: $page, perPage: $perPage) { items { id number kind status clientName openedOn persons migrantWorkers officer own limitationDate limitationPassed limitationBasis limitationBasisEn closedOn outcome organizationName } total } }",
);

export const legalCaseRecordQuery = operation<types.LegalCaseRecordQuery, types.LegalCaseRecordQueryVariables>(
  "LegalCaseRecord",
  "query LegalCaseRecord($id: ID!) { legalCase(id: $id) { id number kind status clientName householdId openedOn dateReason persons migrantWorkers officer own content limitationDate limitationPassed limitationBasis limitationBasisEn closedOn closingDateReason outcome organizationName } }",
);

export const openLegalCaseMutation = operation<types.OpenLegalCaseMutation, types.OpenLegalCaseMutationVariables>(
  "OpenLegalCase",
  "mutation OpenLegalCase($input: OpenLegalCaseInput!) { openLegalCase(input: $input) { problems { ...ProblemParts } legalCase { id limitationDate limitationPassed } } } fragment ProblemParts on Problem { code field zh en }",
);

export const closeLegalCaseMutation = operation<types.CloseLegalCaseMutation, types.CloseLegalCaseMutationVariables>(
  "CloseLegalCase",
  "mutation CloseLegalCase($input: CloseLegalCaseInput!) { closeLegalCase(input: $input) { problems { ...ProblemParts } legalCase { id } } } fragment ProblemParts on Problem { code field zh en }",
);
