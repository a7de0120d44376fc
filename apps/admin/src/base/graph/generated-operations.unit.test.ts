import { expect, test } from 'vitest';
import {
  committedAdmitted,
  committedOperations,
  generateOperations,
  supergraphFile,
} from '../../../generate-operations.ts';

test('the committed operations equal those generated from the documents and the supergraph', async () => {
  const { files, admitted } = await generateOperations(supergraphFile);
  expect([...committedOperations().keys()].toSorted()).toEqual([...files.keys()].toSorted());
  for (const [name, text] of files) expect(committedOperations().get(name), name).toBe(text);
  expect(committedAdmitted()).toBe(admitted);
}, 30_000);
