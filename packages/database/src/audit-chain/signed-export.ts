import { createHash, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, open, stat } from 'node:fs/promises';
import { isAuditExportSigned, signAuditExport, type AuditExport } from './audit-signature.ts';

/** The first field of the signature line. */
const mark = '签名';
/** The most bytes in the signature line. */
const longestLine = 8_192;

/** Signs a written export: hashes the file and appends the signature line. */
export async function signExport(
  path: string,
  about: Omit<AuditExport, 'sha256'>,
  auditKey: KeyObject,
): Promise<AuditExport> {
  const signed = { ...about, sha256: await sha256Of(path) };
  const { service, from, to, scope, exportedBy, exportedAt, entries, sha256 } = signed;
  const fields = [mark, service, from, to, scope, exportedBy, exportedAt, String(entries), sha256];
  const line = [...fields, signAuditExport(auditKey, signed)].map(quoted).join(',');
  await appendFile(path, `${line}\r\n`);
  return signed;
}

/** The result of checking a file: NOT_SIGNED without a signature line, CHANGED if it is not what was signed. */
export type SignedExportVerdict =
  | { readonly kind: 'HOLDS' | 'CHANGED'; readonly signed: AuditExport }
  | { readonly kind: 'NOT_SIGNED' };

/** Checks an export against its signature line; needs no database, and only the public half of the key. */
export async function checkSignedExport(path: string, verificationKey: KeyObject): Promise<SignedExportVerdict> {
  const closing = await readClosingLine(path);
  if (closing === undefined) return { kind: 'NOT_SIGNED' };
  const { signed, signature, begins } = closing;
  const untouched = begins > 0 && (await sha256Of(path, begins - 1)) === signed.sha256;
  const holds = untouched && isAuditExportSigned(verificationKey, signed, signature);
  return { kind: holds ? 'HOLDS' : 'CHANGED', signed };
}

async function readClosingLine(path: string) {
  const { size } = await stat(path);
  const start = Math.max(0, size - longestLine);
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(size - start), position: start });
    const tail = buffer.subarray(0, bytesRead);
    const at = tail.lastIndexOf(Buffer.from(`"${mark}"`));
    if (at < 0) return undefined;
    const fields = [
      ...tail
        .subarray(at)
        .toString('utf8')
        .matchAll(/"((?:[^"]|"")*)"/gu),
    ];
    const texts = fields.map(([, text = '']) => text.replaceAll('""', '"'));
    if (texts.length !== 10 || !tail.subarray(at).toString('utf8').endsWith('"\r\n')) return undefined;
    const [
      ,
      service = '',
      from = '',
      to = '',
      scope = '',
      exportedBy = '',
      exportedAt = '',
      entries,
      sha256 = '',
      signature = '',
    ] = texts;
    const signed = { service, from, to, scope, exportedBy, exportedAt, entries: Number(entries), sha256 };
    return { signed, signature, begins: start + at };
  } finally {
    await file.close();
  }
}

/** @param end the last byte included; by default the end of the file. */
async function sha256Of(path: string, end?: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, end === undefined ? {} : { end })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
