import { createSecretKey } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditVerificationKey } from './audit-signature.ts';
import { checkSignedExport, signExport } from './signed-export.ts';

const key = createSecretKey(Buffer.alloc(32, 7));
const publicKey = auditVerificationKey(key);
const about = {
  service: 'funds',
  from: '2026-11-01',
  to: '2026-11-30',
  scope: '51/5101/',
  exportedBy: '李"审"计',
  exportedAt: '2026-12-01T02:00:00.000Z',
  entries: 2,
};
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function signedFile(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, '\uFEFF编号,操作\r\n1,batch.pay\r\n2,"签名"\r\n');
  await signExport(path, about, key);
  return path;
}

test('an unchanged export is valid, and shows who made it', async () => {
  expect(await checkSignedExport(await signedFile('whole.csv'), publicKey)).toMatchObject({
    kind: 'HOLDS',
    signed: { exportedBy: '李"审"计', entries: 2 },
  });
});

test('a changed letter, a removed line, an inserted line and another installation’s key are reported as CHANGED', async () => {
  const path = await signedFile('changed.csv');
  const text = await readFile(path, 'utf8');
  const changes = [
    text.replace('batch.pay', 'batch.pax'),
    text.replace('1,batch.pay\r\n', ''),
    text.replace('2,', '3,x\r\n2,'),
    text.replace('"2026-11-30"', '"2026-11-29"'),
  ];
  for (const changed of changes) {
    await writeFile(path, changed);
    expect((await checkSignedExport(path, publicKey)).kind).toBe('CHANGED');
  }
  await writeFile(path, text);
  expect((await checkSignedExport(path, auditVerificationKey(createSecretKey(Buffer.alloc(32, 9))))).kind).toBe(
    'CHANGED',
  );
});

test('without its closing line, empty or truncated, it counts as not signed', async () => {
  const path = await signedFile('cut.csv');
  const text = await readFile(path, 'utf8');
  for (const cut of ['', text.slice(0, text.lastIndexOf('"签名"')).replace('2,"签名"', '2,x'), text.slice(0, -20)]) {
    await writeFile(path, cut);
    expect((await checkSignedExport(path, publicKey)).kind).toBe('NOT_SIGNED');
  }
});
