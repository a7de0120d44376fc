import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sabotages, type Sabotage } from './sabotages.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

test.each(Object.entries(sabotages))('%s matches exactly one place in the program', (_name, sabotage: Sabotage) => {
  const text = readFileSync(join(root, sabotage.module), 'utf8');
  expect(text.split(sabotage.replace)).toHaveLength(2);
});
