import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditVerificationKey, isAuditExportSigned, signAuditExport, type AuditExport } from './audit-signature.ts';

const key = createSecretKey(Buffer.alloc(32, 7));
const signed: AuditExport = {
  service: 'funds',
  from: '2026-11-01',
  to: '2026-11-30',
  scope: '51/5101/',
  exportedBy: '城市审计员',
  exportedAt: '2026-12-01T02:00:00.000Z',
  entries: 3,
  sha256: 'ab'.repeat(32),
};

test('the public key is enough to verify, and another installation’s key does not', () => {
  const signature = signAuditExport(key, signed);
  expect(isAuditExportSigned(auditVerificationKey(key), signed, signature)).toBe(true);
  const other = auditVerificationKey(createSecretKey(Buffer.alloc(32, 8)));
  expect(isAuditExportSigned(other, signed, signature)).toBe(false);
});

test('after any change of the signed text the signature is invalid', () => {
  const signature = signAuditExport(key, signed);
  const field = fc.constantFrom(...(Object.keys(signed) as (keyof AuditExport)[]));
  fc.assert(
    fc.property(field, fc.string(), (name, text) => {
      fc.pre(text !== String(signed[name]));
      const changed = { ...signed, [name]: name === 'entries' ? signed.entries + 1 + text.length : text };
      return !isAuditExportSigned(auditVerificationKey(key), changed, signature);
    }),
  );
});
