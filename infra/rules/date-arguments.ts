import { basename, dirname } from 'node:path';
import { filesOf } from './source-files.ts';

/**
 * How a date argument of the graph is read.
 * HAPPENED: by `readHappenedDay`, not in the future, not before the date it depends on, an old one with a reason.
 * PLANNED: by `readPlannedDay`, within bounds around today.
 * ASKED: it limits a query or names a period; it is not the date of an event.
 */
export interface DateArgumentRule {
  readonly kind: 'HAPPENED' | 'PLANNED' | 'ASKED';
  /** The file that reads it. */
  readonly readIn: string;
}

/** The rule of each date argument, by service and place. */
export const dateArguments: Readonly<Record<string, DateArgumentRule>> = {
  'case-records CampaignPhaseInput.from': {
    kind: 'PLANNED',
    readIn: 'services/case-records/src/aid/campaign/campaign.ts',
  },
  'case-records CampaignPhaseInput.to': {
    kind: 'PLANNED',
    readIn: 'services/case-records/src/aid/campaign/campaign.ts',
  },
  'case-records ProposeExitInput.exitedOn': {
    kind: 'HAPPENED',
    readIn: 'services/case-records/src/register/case-file/propose-exit.ts',
  },
  'case-records OpenCampaignInput.from': {
    kind: 'PLANNED',
    readIn: 'services/case-records/src/aid/campaign/campaign.ts',
  },
  'case-records OpenCampaignInput.to': {
    kind: 'PLANNED',
    readIn: 'services/case-records/src/aid/campaign/campaign.ts',
  },
  'case-records PublishPostingInput.from': {
    kind: 'PLANNED',
    readIn: 'services/case-records/src/register/posting/posting.ts',
  },
  'case-records RecordMoveInput.movedOn': {
    kind: 'HAPPENED',
    readIn: 'services/case-records/src/register/registration/record-move.ts',
  },
  'case-records RecordVisitInput.visitedOn': {
    kind: 'HAPPENED',
    readIn: 'services/case-records/src/centre/visit/record-visit.ts',
  },
  'case-records SetDibaoLineInput.from': {
    kind: 'PLANNED',
    readIn: 'services/case-records/src/register/dibao-line/set-dibao-line.ts',
  },
  'funds PayBatchInput.paidOn': { kind: 'HAPPENED', readIn: 'services/funds/src/money/disbursement/pay-batch.ts' },
  'funds RecordReturnedPaymentInput.returnedOn': {
    kind: 'HAPPENED',
    readIn: 'services/funds/src/money/disbursement/record-returned-payment.ts',
  },
  'employment-legal CloseLegalCaseInput.closedOn': {
    kind: 'HAPPENED',
    readIn: 'services/employment-legal/src/legal-aid/legal-case/close-legal-case.ts',
  },
  'employment-legal OfferVacancyInput.offeredOn': {
    kind: 'HAPPENED',
    readIn: 'services/employment-legal/src/employment/vacancy/vacancy.ts',
  },
  'employment-legal OpenLegalCaseInput.employmentEndedOn': {
    kind: 'HAPPENED',
    readIn: 'services/employment-legal/src/legal-aid/legal-case/limitation.ts',
  },
  'employment-legal OpenLegalCaseInput.openedOn': {
    kind: 'HAPPENED',
    readIn: 'services/employment-legal/src/legal-aid/legal-case/legal-case.ts',
  },
  'employment-legal OpenLegalCaseInput.violationKnownOn': {
    kind: 'HAPPENED',
    readIn: 'services/employment-legal/src/legal-aid/legal-case/limitation.ts',
  },
  'employment-legal OpenWageClaimInput.openedOn': {
    kind: 'HAPPENED',
    readIn: 'services/employment-legal/src/legal-aid/wage-claim/wage-claim.ts',
  },
  'employment-legal RecordPlacementInput.placedOn': {
    kind: 'HAPPENED',
    readIn: 'services/employment-legal/src/employment/placement/placement.ts',
  },
  'employment-legal RecordRecoveryInput.recoveredOn': {
    kind: 'HAPPENED',
    readIn: 'services/employment-legal/src/legal-aid/wage-claim/record-recovery.ts',
  },
  'employment-legal RecordTrainingAttendanceInput.attendedOn': {
    kind: 'HAPPENED',
    readIn: 'services/employment-legal/src/employment/training/record-training-attendance.ts',
  },
  'employment-legal ReferWorkerInput.referredOn': {
    kind: 'HAPPENED',
    readIn: 'services/employment-legal/src/employment/referral/refer-worker.ts',
  },
  'funds RecordReceiptInput.receivedOn': { kind: 'HAPPENED', readIn: 'services/funds/src/money/receipt/receipt.ts' },
  'identity RegisterOrganizationInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity RenameOrganizationInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity MoveOrganizationInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity CloseOrganizationInput.to': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity RegisterAidCentreInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity ChangeAidCentreInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity CloseAidCentreInput.to': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity BeginCentrePostInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity EndCentrePostInput.to': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity RegisterDepartmentInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity ChangeDepartmentInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity CloseDepartmentInput.to': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity RegisterContactInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity ChangeContactInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity CloseContactInput.to': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity ChangeFacilityInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity RegisterFacilityInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity CloseFacilityInput.to': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity Organization.inForce.on': {
    kind: 'ASKED',
    readIn: 'services/identity/src/organization/in-force/in-force.ts',
  },
  'identity SetSettingInput.from': { kind: 'PLANNED', readIn: 'services/identity/src/organization/setting/setting.ts' },
  'identity GrantAuthorityRankInput.from': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/account/authority-rank/authority-rank.ts',
  },
  'identity GrantAuthorityRankInput.to': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/account/authority-rank/authority-rank.ts',
  },
  'identity EndAuthorityRankInput.to': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/account/authority-rank/authority-rank.ts',
  },
  'identity DelegateRolesInput.firstDay': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/account/staff/delegation.ts',
  },
  'identity DelegateRolesInput.lastDay': {
    kind: 'PLANNED',
    readIn: 'services/identity/src/account/staff/delegation.ts',
  },
  'reporting EnterFigureInput.from': {
    kind: 'ASKED',
    readIn: 'services/reporting/src/table/statutory-table/table-request.ts',
  },
  'reporting EnterFigureInput.to': {
    kind: 'ASKED',
    readIn: 'services/reporting/src/table/statutory-table/table-request.ts',
  },
  'reporting Query.cellRecords.from': {
    kind: 'ASKED',
    readIn: 'services/reporting/src/table/statutory-table/table-request.ts',
  },
  'reporting Query.cellRecords.to': {
    kind: 'ASKED',
    readIn: 'services/reporting/src/table/statutory-table/table-request.ts',
  },
  'reporting Query.statutoryTable.from': {
    kind: 'ASKED',
    readIn: 'services/reporting/src/table/statutory-table/table-request.ts',
  },
  'reporting Query.statutoryTable.to': {
    kind: 'ASKED',
    readIn: 'services/reporting/src/table/statutory-table/table-request.ts',
  },
  'reporting Query.tableForSubordinates.from': {
    kind: 'ASKED',
    readIn: 'services/reporting/src/table/statutory-table/table-request.ts',
  },
  'reporting Query.tableForSubordinates.to': {
    kind: 'ASKED',
    readIn: 'services/reporting/src/table/statutory-table/table-request.ts',
  },
  'reporting SubmitTableInput.from': {
    kind: 'ASKED',
    readIn: 'services/reporting/src/table/statutory-table/table-request.ts',
  },
  'reporting SubmitTableInput.to': {
    kind: 'ASKED',
    readIn: 'services/reporting/src/table/statutory-table/table-request.ts',
  },
};

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
