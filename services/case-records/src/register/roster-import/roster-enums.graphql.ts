import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { RosterField } from './roster-columns.ts';
import type { RosterRowOutcome } from './settle-rows.ts';
import type { SheetState } from './roster-sheet.ts';
import type { RosterImportStatus } from './own-import.ts';

export const RosterFieldEnum = builder.enumType('RosterField', {
  description: 'What a column of a roster holds.',
  values: describedValues<RosterField>({
    NAME: 'The name of the head of the household, or of a member (姓名).',
    SEX: 'Sex (性别); it is checked against the identity number.',
    IDENTITY: 'The identity number (身份证号).',
    RELATION: 'The relation to the head (与户主关系).',
    STANDING: 'What the worker is at work (职工身份): worker, farmer, townsperson.',
    UNIT: 'The unit (工作单位).',
    HOUSEHOLD_SIZE: 'How many people the household has (家庭人口).',
    INCOME: 'Income per head and month, in yuan (家庭月人均收入).',
    INCOME_YEARLY: 'Income per head and year, in yuan; a twelfth of it is taken.',
    CAUSES: 'The causes of hardship (致困原因).',
    DIBAO: 'Whether it has the minimum living allowance (低保).',
    MIGRANT: 'Whether the worker is a migrant worker (农民工).',
    MODEL_WORKER: 'The honour as a model worker (劳模).',
    PHONE: 'The telephone number (联系电话).',
    BANK_ACCOUNT: 'The bank account (银行卡号).',
    REMARK: 'A remark (备注).',
  }),
});

export const RosterSheetStateEnum = builder.enumType('RosterSheetState', {
  description: 'Whether a sheet is read, or why it is not.',
  values: describedValues<SheetState>({
    READ: 'It has headings and rows.',
    HIDDEN: 'It is hidden in the workbook.',
    NO_HEADINGS: 'No row of it has headings of a roster.',
    NO_ROWS: 'Nothing is in it, or nothing below its headings.',
    CHART: 'A chart or another sheet without rows.',
  }),
});

export const RosterImportStatusEnum = builder.enumType('RosterImportStatus', {
  description: 'Where an import of a roster stands.',
  values: describedValues<RosterImportStatus>({
    UPLOADED: 'Uploaded and being read.',
    READY: 'Read; it waits for its columns to be confirmed and to be started.',
    RUNNING: 'Its rows are being imported.',
    DONE: 'Every row has its outcome.',
    CANCELLED: 'Stopped by somebody; it may be started again.',
    REFUSED: 'It cannot be read; `problems` say why.',
    FAILED: 'Broken off by a fault; it may be started again.',
  }),
});

export const RosterRowOutcomeEnum = builder.enumType('RosterRowOutcome', {
  description: 'What became of a row of a roster.',
  values: describedValues<RosterRowOutcome>({
    WAITING: 'Not reached yet.',
    ACCEPTED: 'Its household was registered.',
    REJECTED: 'Not imported; `reasons` say why.',
    ALREADY_PRESENT: 'Its household is registered just so, or stays as it was.',
    DIFFERENT: 'It says otherwise than is registered and waits for a decision.',
    CHANGED: 'What it says was taken over.',
  }),
});
