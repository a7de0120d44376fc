import { describe, expect, test } from 'vitest';
import { evidenceKinds, evidenceMissing, evidenceWanted, evidenceWantedBy } from './evidence.ts';
import { hardshipCauses } from '../hardship/hardship.ts';

describe('the evidence that a file needs', () => {
  test('follows from cause, income and dibao, each kind once', () => {
    expect(evidenceWanted({ causes: ['MAJOR_ILLNESS', 'SCHOOLING'], dibaoStatus: 'RECEIVING' })).toEqual([
      'INCOME_PROOF',
      'DIBAO_CERTIFICATE',
      'DIAGNOSIS',
      'MEDICAL_RECORD',
      'EXPENSE_LIST',
      'ADMISSION_NOTICE',
      'TUITION_RECEIPT',
    ]);
    expect(evidenceWanted({ causes: ['ACCIDENT', 'DISASTER'], dibaoStatus: 'NONE' })).toEqual([
      'INCOME_PROOF',
      'UNIT_STATEMENT',
    ]);
  });

  test('is no longer missing when it is there', () => {
    expect(
      evidenceMissing({ causes: ['DISABILITY'], dibaoStatus: 'NONE' }, ['DISABILITY_CERTIFICATE', 'OTHER']),
    ).toEqual(['INCOME_PROOF']);
  });
});

test('the facts that call for a kind are the same, asked of one file or of many', () => {
  for (const cause of hardshipCauses)
    for (const dibaoStatus of ['NONE', 'RECEIVING'] as const) {
      const ofMany = evidenceWantedBy.filter(
        ({ causes, dibao }) =>
          (causes === undefined && dibao === undefined) ||
          causes?.includes(cause) === true ||
          (dibao === true && dibaoStatus !== 'NONE'),
      );
      const inOrder = (kinds: readonly string[]) => evidenceKinds.filter((kind) => kinds.includes(kind));
      expect(inOrder(ofMany.map(({ kind }) => kind))).toEqual(
        inOrder(evidenceWanted({ causes: [cause], dibaoStatus })),
      );
    }
});
