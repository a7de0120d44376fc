import { expect, test } from 'vitest';
import { generateOperations } from './generate.ts';
import { quietProgress, type Progress } from './progress.ts';

test('given nothing changed, the console’s operations are not generated again', async () => {
  const steps: string[] = [];
  const progress: Progress = {
    ...quietProgress,
    step(_zh, en, work) {
      steps.push(en);
      return work();
    },
  };
  await generateOperations(progress);
  const first = steps.length;
  await generateOperations(progress);
  expect(steps.slice(first)).toEqual([]);
});
