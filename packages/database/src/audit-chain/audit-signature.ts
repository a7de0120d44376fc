import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';

/** What the signature under an export of the audit log covers. */
export interface AuditExport {
  readonly service: string;
  /** First and last day, as days in China. */
  readonly from: string;
  readonly to: string;
  /** The path of the organisation whose subtree was exported. */
  readonly scope: string;
  readonly exportedBy: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly entries: number;
  /** Of every byte before the signature line, in hexadecimal. */
  readonly sha256: string;
}

/** DER of a PKCS #8 Ed25519 private key (RFC 8410), up to the 32 bytes of the key itself. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * An Ed25519 key derived from AUDIT_KEY by HKDF-SHA-256: no second secret to keep, and the public key reveals nothing
 * of it.
 */
function signingKeyOf(auditKey: KeyObject): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', auditKey, '', 'nuangong audit export', 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
}

/** The public key that verifies exports of an installation, for people who check them elsewhere. */
export function auditVerificationKey(auditKey: KeyObject): KeyObject {
  return createPublicKey(signingKeyOf(auditKey));
}

/** Signs an export; base64url. */
export function signAuditExport(auditKey: KeyObject, signed: AuditExport): string {
  return sign(null, statementOf(signed), signingKeyOf(auditKey)).toString('base64url');
}

/** Whether the export is what was signed. */
export function isAuditExportSigned(verificationKey: KeyObject, signed: AuditExport, signature: string): boolean {
  return verify(null, statementOf(signed), verificationKey, Buffer.from(signature, 'base64url'));
}

function statementOf({ service, from, to, scope, exportedBy, exportedAt, entries, sha256 }: AuditExport): Buffer {
  return Buffer.from(
    JSON.stringify(['nuangong audit export', service, from, to, scope, exportedBy, exportedAt, entries, sha256]),
  );
}
