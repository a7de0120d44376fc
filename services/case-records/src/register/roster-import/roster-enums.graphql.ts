import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { RosterField } from './roster-columns.ts';
import type { RosterRowOutcome } from './settle-rows.ts';
import type { SheetState } from './roster-sheet.ts';
import type { RosterImportStatus } from './own-import.ts';

export const RosterFieldEnum = builder.enumType('RosterField', {
  description: 'The meaning of a roster column.',
  values: describedValues<RosterField>({
    NAME: 'The name of the head of the household, or of a member (姓名).',
    SEX: 'Sex (性别); checked against the identity number.',
    IDENTITY: 'The identity number (身份证号).',
    RELATION: 'The relation to the head (与户主关系).',
    STANDING: 'The worker status (职工身份): worker, farmer, townsperson.',
    UNIT: 'The unit (工作单位).',
    HOUSEHOLD_SIZE: 'The household size (家庭人口).',
    INCOME: 'Per-capita monthly income, in yuan (家庭月人均收入).',
    INCOME_YEARLY: 'Per-capita yearly income, in yuan; divided by 12.',
    CAUSES: 'The causes of hardship (致困原因).',
    DIBAO: 'Whether it receives the minimum living allowance (低保).',
    MIGRANT: 'Whether the worker is a migrant worker (农民工).',
    MODEL_WORKER: 'The model-worker honour (劳模).',
    PHONE: 'The telephone number (联系电话).',
    BANK_ACCOUNT: 'The bank account (银行卡号).',
    REMARK: 'A remark (备注).',
  }),
});

export const RosterSheetStateEnum = builder.enumType('RosterSheetState', {
  description: 'Whether a sheet is read, or why it is not.',
  values: describedValues<SheetState>({
    READ: 'Read: it has headings and rows.',
    HIDDEN: 'Not read: it is hidden in the workbook.',
    NO_HEADINGS: 'Not read: it has no row of roster headings.',
    NO_ROWS: 'Not read: it is empty, or has no rows below its headings.',
    CHART: 'Not read: a chart or another sheet without rows.',
  }),
});

export const RosterImportStatusEnum = builder.enumType('RosterImportStatus', {
  description: 'The status of a roster import.',
  values: describedValues<RosterImportStatus>({
    UPLOADED: 'Uploaded and being read.',
    READY: 'Read; ready for its columns to be confirmed and the import started.',
    RUNNING: 'Its rows are being imported.',
    DONE: 'Finished: every row has an outcome.',
    CANCELLED: 'Cancelled; it can be resumed.',
    REFUSED: 'Not readable; `problems` says why.',
    FAILED: 'Failed because of an error; it can be resumed.',
  }),
});

export const RosterRowOutcomeEnum = builder.enumType('RosterRowOutcome', {
  description: 'The outcome of a roster row.',
  values: describedValues<RosterRowOutcome>({
    WAITING: 'Not processed yet.',
    ACCEPTED: 'Its household was registered.',
    REJECTED: 'Not imported; `reasons` says why.',
    ALREADY_PRESENT: 'Already registered with the same data, or the registered data was kept.',
    DIFFERENT: 'It differs from the register and awaits a decision.',
    CHANGED: 'The register was updated from it.',
  }),
});
