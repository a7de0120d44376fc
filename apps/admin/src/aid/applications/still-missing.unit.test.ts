import { expect, test } from 'vitest';
import { stillMissing } from './still-missing.ts';

test('what was uploaded after the decision is no longer said to be missing', () => {
  const decision = { evidenceMissing: ['收入证明', '病历'] };
  expect(stillMissing({ decision, caseFile: { evidence: [] } })).toEqual(['收入证明', '病历']);
  expect(stillMissing({ decision, caseFile: { evidence: [{ kindName: '病历' }] } })).toEqual(['收入证明']);
});
