import { basename, dirname } from 'node:path';
import { filesOf } from './source-files.ts';

/**
 * How a date argument of the graph is read.
 * HAPPENED: by `readHappenedDay`, not in the future, not before what it rests on, an old one with a reason.
 * PLANNED: by `readPlannedDay`, within bounds around today.
 * ASKED: it bounds a question or names a period, and nothing is said to have happened on it.
 */
export interface DateArgumentRule {
  readonly kind: 'HAPPENED' | 'PLANNED' | 'ASKED';
  /** The file that reads it. */
  readonly readIn: string;
}

/** The rule of each date argument, by service and place. */
export const dateArguments: Readonly<Record<string, DateArgumentRule>> = {
  'case-records CampaignPhaseInput.from': { kind: 'PLANNED', readIn: 'services/case-records/src/campaign/campaign.ts' },
  'case-records CampaignPhaseInput.to': { kind: 'PLANNED', readIn: 'services/case-records/src/campaign/campaign.ts' },
  'case-records ProposeExitInput.exitedOn': { kind: 'HAPPENED', readIn: 'services/case-records/src/case-file/propose-exit.ts' },
  'case-records OpenCampaignInput.from': { kind: 'PLANNED', readIn: 'services/case-records/src/campaign/campaign.ts' },
  'case-records OpenCampaignInput.to': { kind: 'PLANNED', readIn: 'services/case-records/src/campaign/campaign.ts' },
  'case-records PublishPostingInput.from': { kind: 'PLANNED', readIn: 'services/case-records/src/posting/posting.ts' },
  'case-records RecordMoveInput.movedOn': { kind: 'HAPPENED', readIn: 'services/case-records/src/household/record-move.ts' },
  'case-records RecordVisitInput.visitedOn': { kind: 'HAPPENED', readIn: 'services/case-records/src/visit/record-visit.ts' },
  'case-records SetDibaoLineInput.from': { kind: 'PLANNED', readIn: 'services/case-records/src/dibao-line/set-dibao-line.ts' },
  'funds PayBatchInput.paidOn': { kind: 'HAPPENED', readIn: 'services/funds/src/disbursement/pay-batch.ts' },
  'funds RecordReturnedPaymentInput.returnedOn': { kind: 'HAPPENED', readIn: 'services/funds/src/disbursement/record-returned-payment.ts' },
};

/** Arguments still to be given a rule. To be emptied, never added to. */
export const withoutRuleYet: readonly string[] = [
  'employment-legal CloseLegalCaseInput.closedOn',
  'employment-legal OfferVacancyInput.offeredOn',
  'employment-legal OpenLegalCaseInput.employmentEndedOn',
  'employment-legal OpenLegalCaseInput.openedOn',
  'employment-legal OpenLegalCaseInput.violationKnownOn',
  'employment-legal OpenWageClaimInput.openedOn',
  'employment-legal RecordPlacementInput.placedOn',
  'employment-legal RecordRecoveryInput.recoveredOn',
  'employment-legal RecordTrainingAttendanceInput.attendedOn',
  'employment-legal ReferWorkerInput.referredOn',
  'funds RecordReceiptInput.receivedOn',
  'identity DelegateRolesInput.firstDay',
  'identity DelegateRolesInput.lastDay',
  'reporting EnterFigureInput.from',
  'reporting EnterFigureInput.to',
  'reporting Query.cellRecords.from',
  'reporting Query.cellRecords.to',
  'reporting Query.statutoryTable.from',
  'reporting Query.statutoryTable.to',
  'reporting Query.tableForSubordinates.from',
  'reporting Query.tableForSubordinates.to',
  'reporting SubmitTableInput.from',
  'reporting SubmitTableInput.to',
];

/** Every argument and input field of the services' graphs that is a day, as `service Type.field.argument`. */
export function dateArgumentsOfTheGraph(): readonly string[] {
  return filesOf('services/*/schema.graphql')
    .flatMap(({ path, text }) => dateArgumentsOf(text).map((place) => `${basename(dirname(path))} ${place}`))
    .sort();
}

/** The same of one printed schema. */
export function dateArgumentsOf(schema: string): readonly string[] {
  const plain = schema.replace(/"""[\s\S]*?"""|#.*|"(?:[^"\\\n]|\\.)*"/g, '');
  return [...plain.matchAll(/^(?:extend )?(input|type|interface) (\w+)[^{]*\{([^}]*)\}/gm)].flatMap(
    ([, kind, type, body = '']) =>
      kind === 'input'
        ? daysIn(body).map((field) => `${type}.${field}`)
        : [...body.matchAll(/(\w+)\(([^)]*)\)\s*:/g)].flatMap(([, field, taken = '']) =>
            daysIn(taken).map((argument) => `${type}.${field}.${argument}`),
          ),
  );
}

function daysIn(declared: string): readonly string[] {
  return [...declared.matchAll(/(\w+)\s*:\s*\[?LocalDate\b/g)].map(([, name = '']) => name);
}
