import { basename, dirname } from 'node:path';
import { filesOf } from './source-files.ts';

/**
 * The content of a free text, which decides who reads it and how it is stored.
 * SEALED: somebody's words about a household: sealed, read with `health.read` or its own action.
 * OFFICE: words about a person whom one office helps: read by everyone who may read its records.
 * ADMINISTRATIVE: words on funds, accounts, tables, offers: about no household.
 * OURS: codes, or the program's and the policies' own words.
 */
export type FreeTextClass = 'SEALED' | 'OFFICE' | 'ADMINISTRATIVE' | 'OURS';

const words =
  '(?:\\w*[wW]hy|\\w*[rR]eason|\\w*[oO]pinion|text|\\w*[fF]indings?|content|notes?|memo|answer|remarks?|health|wishes|brought|requirements|skills|raisedBy|document)';

/** Every column of the services' databases that may hold free text, as `service Model.field`. */
export const storedTexts: Readonly<Record<string, FreeTextClass>> = {
  'case-records AidApplication.opinion': 'SEALED',
  'case-records ApplicationStep.opinion': 'SEALED',
  'case-records CaseFile.exitReason': 'OURS',
  'case-records CaseFileStep.dateReason': 'SEALED',
  'case-records CaseFileStep.opinion': 'SEALED',
  'case-records FileProposal.dateReason': 'SEALED',
  'case-records FileProposal.decisionOpinion': 'SEALED',
  'case-records FileProposal.exitReason': 'OURS',
  'case-records HouseholdMove.movedOnReason': 'SEALED',
  'case-records HouseholdMove.reason': 'OURS',
  'case-records HouseholdMove.why': 'SEALED',
  'case-records HouseholdVersion.why': 'SEALED',
  'case-records Objection.finding': 'SEALED',
  'case-records Objection.raisedBy': 'SEALED',
  'case-records Objection.text': 'SEALED',
  'case-records PersonCorrection.opinion': 'SEALED',
  'case-records PersonCorrection.why': 'SEALED',
  'case-records PolicyClause.note': 'OURS',
  'case-records PolicyClause.text': 'OURS',
  'case-records PublicPosting.withdrawnReason': 'ADMINISTRATIVE',
  'case-records RosterRow.decidedWhy': 'SEALED',
  'case-records SamePersonAnswer.why': 'SEALED',
  'case-records Visit.brought': 'SEALED',
  'case-records Visit.dateReason': 'SEALED',
  'employment-legal JobSeeker.skills': 'OFFICE',
  'employment-legal JobSeeker.wishes': 'OFFICE',
  'employment-legal LegalCase.closingDateReason': 'OFFICE',
  'employment-legal LegalCase.dateReason': 'OFFICE',
  'employment-legal Placement.dateReason': 'OFFICE',
  'employment-legal Referral.dateReason': 'OFFICE',
  'employment-legal TrainingAttendance.dateReason': 'OFFICE',
  'employment-legal Vacancy.dateReason': 'ADMINISTRATIVE',
  'employment-legal Vacancy.requirements': 'ADMINISTRATIVE',
  'employment-legal WageClaim.dateReason': 'OFFICE',
  'employment-legal WageRecovery.dateReason': 'OFFICE',
  'funds BatchAnswer.finding': 'OURS',
  'funds BatchAnswer.reason': 'SEALED',
  'funds DisbursementBatch.dateReason': 'ADMINISTRATIVE',
  'funds DisbursementBatch.returnReason': 'SEALED',
  'funds Grant.reason': 'SEALED',
  'funds GrantDecision.answer': 'SEALED',
  'funds GrantDecision.reason': 'SEALED',
  'funds JournalEntry.memo': 'OURS',
  'funds PendingEntry.document': 'ADMINISTRATIVE',
  'funds PendingEntry.opinion': 'ADMINISTRATIVE',
  'funds Receipt.dateReason': 'ADMINISTRATIVE',
  'funds Receipt.memo': 'ADMINISTRATIVE',
  'funds ReturnClaim.answer': 'SEALED',
  'funds ReturnClaim.dateReason': 'SEALED',
  'funds ReturnClaim.reason': 'SEALED',
  'identity AccountAct.reason': 'ADMINISTRATIVE',
  'identity Delegation.reason': 'ADMINISTRATIVE',
  'identity OrganizationMove.reason': 'ADMINISTRATIVE',
  'reporting FigureEntry.reason': 'ADMINISTRATIVE',
  'reporting Submission.remarks': 'ADMINISTRATIVE',
  'reporting SubmissionReview.opinion': 'ADMINISTRATIVE',
};

/** Every field of the graph that may return free text, as `service Type.field`. */
export const toldTexts: Readonly<Record<string, FreeTextClass>> = {
  'case-records AidApplication.opinion': 'SEALED',
  'case-records ApplicationStep.opinion': 'SEALED',
  'case-records CaseFileStep.dateReason': 'SEALED',
  'case-records CaseFileStep.opinion': 'SEALED',
  'case-records DecisionLine.note': 'OURS',
  'case-records FileProposal.dateReason': 'SEALED',
  'case-records FileProposal.decisionOpinion': 'SEALED',
  'case-records FileProposal.why': 'SEALED',
  'case-records Household.remark': 'SEALED',
  'case-records HouseholdMember.health': 'SEALED',
  'case-records HouseholdVersion.why': 'SEALED',
  'case-records Objection.finding': 'SEALED',
  'case-records Objection.raisedBy': 'SEALED',
  'case-records Objection.text': 'SEALED',
  'case-records PersonCorrection.opinion': 'SEALED',
  'case-records PersonCorrection.why': 'SEALED',
  'case-records PolicyClause.note': 'OURS',
  'case-records PolicyClause.text': 'OURS',
  'case-records PublicPosting.withdrawnReason': 'ADMINISTRATIVE',
  'case-records RosterRow.decidedWhy': 'SEALED',
  'case-records SamePersonAnswer.why': 'SEALED',
  'case-records SkippedRow.text': 'OURS',
  'case-records SkippedRow.why': 'OURS',
  'case-records Visit.brought': 'SEALED',
  'case-records Visit.dateReason': 'SEALED',
  'case-records Visit.findings': 'SEALED',
  'employment-legal JobSeeker.skills': 'OFFICE',
  'employment-legal JobSeeker.wishes': 'OFFICE',
  'employment-legal LegalCase.closingDateReason': 'OFFICE',
  'employment-legal LegalCase.content': 'SEALED',
  'employment-legal LegalCase.dateReason': 'OFFICE',
  'employment-legal Placement.dateReason': 'OFFICE',
  'employment-legal Referral.dateReason': 'OFFICE',
  'employment-legal TrainingAttendance.dateReason': 'OFFICE',
  'employment-legal Vacancy.dateReason': 'ADMINISTRATIVE',
  'employment-legal Vacancy.requirements': 'ADMINISTRATIVE',
  'employment-legal WageClaim.dateReason': 'OFFICE',
  'employment-legal WageRecovery.dateReason': 'OFFICE',
  'funds DisbursementBatch.dateReason': 'ADMINISTRATIVE',
  'funds DisbursementBatch.returnReason': 'SEALED',
  'funds GivenAnswer.reason': 'SEALED',
  'funds Grant.reason': 'SEALED',
  'funds GrantDecision.answer': 'SEALED',
  'funds GrantDecision.reason': 'SEALED',
  'funds GrantHold.reason': 'SEALED',
  'funds JournalEntry.memo': 'OURS',
  'funds PayeeCorrection.why': 'SEALED',
  'funds Payment.returnReason': 'SEALED',
  'funds PendingEntry.document': 'ADMINISTRATIVE',
  'funds PendingEntry.opinion': 'ADMINISTRATIVE',
  'funds Receipt.dateReason': 'ADMINISTRATIVE',
  'funds Receipt.memo': 'ADMINISTRATIVE',
  'funds ReturnClaim.answer': 'SEALED',
  'funds ReturnClaim.dateReason': 'SEALED',
  'funds ReturnClaim.reason': 'SEALED',
  'funds Voucher.reason': 'SEALED',
  'funds VoucherFormCell.text': 'SEALED',
  'identity AccountAct.reason': 'ADMINISTRATIVE',
  'identity Delegation.reason': 'ADMINISTRATIVE',
  'identity OrganizationMove.reason': 'ADMINISTRATIVE',
  'reporting CellRemark.text': 'ADMINISTRATIVE',
  'reporting Figure.reason': 'ADMINISTRATIVE',
  'reporting FigureChange.reason': 'ADMINISTRATIVE',
  'reporting ReportForm.note': 'OURS',
  'reporting Submission.remarks': 'ADMINISTRATIVE',
  'reporting Submission.opinion': 'ADMINISTRATIVE',
};

/** A free text that was found: its place, and the name of its column in the database. */
export interface FoundText {
  readonly place: string;
  readonly column: string;
  readonly table: string;
}

/** The free texts of one file of models. */
export function textsOfModels(service: string, schema: string): readonly FoundText[] {
  return [...schema.matchAll(/^model (\w+) \{\n([^]*?)\n\}/gm)].flatMap(([, model = '', body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '';
    return [...body.matchAll(new RegExp(`^  (${words})\\s+String[^\\n]*`, 'gm'))].flatMap(([line, name = '']) =>
      name.startsWith('sealed')
        ? []
        : [{ place: `${service} ${model}.${name}`, table, column: /@map\("(\w+)"\)/.exec(line)?.[1] ?? name }],
    );
  });
}

/** Every column of the databases that may hold free text. */
export const storedTextsFound = (): readonly FoundText[] =>
  filesOf('services/*/prisma/schema/*.prisma').flatMap(({ path, text }) =>
    textsOfModels(path.split('/')[1] ?? '', text),
  );

/** The free texts of one printed schema; arguments and inputs are typed by users, not returned. */
export function textsOfGraph(schema: string): readonly string[] {
  const spoken = schema.replaceAll(/"""[^]*?"""/g, '');
  return [...spoken.matchAll(/^type (\w+)[^{]*\{\n([^]*?)\n\}/gm)].flatMap(([, type = '', body = '']) =>
    [...body.matchAll(new RegExp(`^  (${words}): \\[?String`, 'gm'))].flatMap(([, name = '']) =>
      name === 'lockReason' ? [] : [`${type}.${name}`],
    ),
  );
}

/** Every field of the services' graphs that may return free text. */
export const toldTextsFound = (): readonly string[] =>
  filesOf('services/*/schema.graphql').flatMap(({ path, text }) =>
    textsOfGraph(text).map((place) => `${basename(dirname(path))} ${place}`),
  );
