import { expect, test } from 'vitest';
import { readAdvisories, readBill } from './supply.ts';

test('a known vulnerability fails; a registry without advisories is reported, and fails nothing', () => {
  expect(readAdvisories({ code: 0, output: 'No known vulnerabilities found' }).kind).toBe('PASSED');
  expect(readAdvisories({ code: 1, output: 'high │ Prototype pollution in lodash' }).kind).toBe('FAILED');
  const none = 'Error: ERR_PNPM_AUDIT_BAD_RESPONSE\n  × The audit endpoint responded with 405';
  expect(readAdvisories({ code: 1, output: none }).kind).toBe('UNKNOWN');
});

test('a bill of materials names every component by its address', () => {
  const bill = (components: readonly object[]) => ({
    code: 0,
    output: JSON.stringify({ bomFormat: 'CycloneDX', components }),
  });
  expect(readBill(bill([{ name: 'fastify', purl: 'pkg:npm/fastify@5.12.8' }])).kind).toBe('PASSED');
  expect(readBill(bill([{ name: 'fastify' }])).kind).toBe('FAILED');
  expect(readBill(bill([])).kind).toBe('FAILED');
  expect(readBill({ code: 1, output: 'no lockfile' })).toEqual({ kind: 'FAILED', why: 'no lockfile' });
});
