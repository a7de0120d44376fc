import { describe, expect, test } from 'vitest';
import { evidenceMissing, evidenceWanted } from './evidence.ts';

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
