import { expect, test } from 'vitest';
import { committedOperations, generateOperations, supergraphFile } from '../../generate-operations.ts';

test('the committed operations are those that the documents and the supergraph give', async () => {
  const generated = await generateOperations(supergraphFile);
  expect([...committedOperations().keys()].toSorted()).toEqual([...generated.keys()].toSorted());
  for (const [name, text] of generated) expect(committedOperations().get(name), name).toBe(text);
});
