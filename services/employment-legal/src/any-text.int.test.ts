import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOfAnyText, type TestService } from '@nuangong/service/testing';
import { schema } from './schema.ts';
import { startEmploymentLegal } from './testing/start-employment-legal.ts';

let service: Pick<TestService<unknown>, 'answer' | 'stop'>;

beforeAll(async () => {
  service = await startEmploymentLegal();
});

afterAll(() => service?.stop());

test('no text at any place of the graph causes an internal fault', async () => {
  expect(await faultsOfAnyText(service, schema, fc.sample(fc.string({ unit: 'binary', maxLength: 300 }), 200))).toEqual(
    [],
  );
}, 240_000);
