import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  auditVerificationKey,
  checkSignedExport,
  readKeptHead,
  verifyAudit,
  type AuditVerdict,
  type ChainBreak,
  type SignedExportVerdict,
} from '@nuangong/database';
import { Explained, inWords } from './explained.ts';
import { databaseName, serviceNames, type ServiceName } from './layout.ts';
import { choosePlace, type Place } from './place.ts';
import { progressTo, type Progress } from './progress.ts';
import { keepSecrets } from './secrets.ts';
import { withServerOf } from './server-of-place.ts';

/**
 * `./nuangong audit verify`: checks every service's audit log against its chain and names the first broken link of
 * each; `check FILE`: an exported file against its signature; `key`: the public key, to check files
 * elsewhere (`check FILE KEY`). Returns 1 if a check fails. `AUDIT_KEY` replaces the installation's own key, as
 * `DATABASE_URL` does its server.
 */
export async function audit(what: readonly string[], data: string | undefined): Promise<number> {
  const progress = progressTo(process.stdout);
  const installed = () => {
    const place = choosePlace(data, progress);
    return { place, key: auditKey(process.env['AUDIT_KEY'] ?? keepSecrets(place.directory).auditKey) };
  };
  const [command, file, keyFile, ...others] = what;
  if (others.length > 0) throw usage();
  if (command === 'verify' && file === undefined) return verifyAll(installed(), progress);
  if (command === 'key' && file === undefined) {
    process.stdout.write(auditVerificationKey(installed().key).export({ type: 'spki', format: 'pem' }));
    return 0;
  }
  if (command === 'check' && file !== undefined) {
    return check(file, keyFile === undefined ? auditVerificationKey(installed().key) : readPublicKey(keyFile));
  }
  throw usage();
}

const usage = () =>
  new Explained(
    '用法：./nuangong audit verify｜check 文件 [公钥文件]｜key',
    'Usage: ./nuangong audit verify | check FILE [KEY FILE] | key',
  );

async function verifyAll(
  { place, key }: { readonly place: Place; readonly key: KeyObject },
  progress: Progress,
): Promise<number> {
  return withServerOf(place, progress, async (superuserUrl) => {
    let broken = 0;
    for (const name of serviceNames) {
      const { holds, line } = await verify(name, superuserUrl, key, place);
      process.stdout.write(`${line}\n`);
      if (!holds) broken += 1;
    }
    return broken === 0 ? 0 : 1;
  });
}

function readPublicKey(file: string): KeyObject {
  try {
    return createPublicKey(readFileSync(file));
  } catch {
    throw new Explained(`${file} 不是公钥文件（PEM）`, `${file} is not a public key in PEM`);
  }
}

async function check(file: string, key: KeyObject): Promise<number> {
  if (!existsSync(file)) throw new Explained(`没有这个文件：${file}`, `No such file: ${file}`);
  const verdict = await checkSignedExport(file, key);
  process.stdout.write(`${wordsOfCheck(verdict)}\n`);
  return verdict.kind === 'HOLDS' ? 0 : 1;
}

/** The text printed for an exported file. */
export function wordsOfCheck(verdict: SignedExportVerdict): string {
  if (verdict.kind === 'NOT_SIGNED') {
    return '  ✗ 文件末行没有签名，不是完整的导出文件 · the file does not end in a signature: it is no whole export';
  }
  const { service, from, to, entries, exportedBy, exportedAt } = verdict.signed;
  const about = `${service} ${from} – ${to}，${entries} 条，${exportedBy} ${exportedAt}`;
  return verdict.kind === 'HOLDS'
    ? `  ✓ 与签名相符 · as it was signed: ${about}`
    : `  ✗ 文件被改动、另存，或由别处导出 · changed, saved anew, or of another installation: ${about}`;
}

function auditKey(base64: string): KeyObject {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 32) return createSecretKey(bytes);
  throw new Explained('AUDIT_KEY 应为 32 字节的 base64。', 'AUDIT_KEY must be 32 bytes in base64.');
}

async function verify(
  name: ServiceName,
  superuserUrl: string,
  key: KeyObject,
  place: Place,
): Promise<{ readonly holds: boolean; readonly line: string }> {
  const url = new URL(superuserUrl);
  url.pathname = `/${databaseName(name)}`;
  try {
    const known = await readKeptHead(join(place.files, name));
    const verdict = await verifyAudit({ databaseUrl: url.href, service: name, key, known });
    return { holds: verdict.broken === undefined, line: lineOf(name, verdict) };
  } catch (error) {
    return { holds: false, line: `  ✗ ${name}  ${inWords(error)}` };
  }
}

/** The line printed for a service: whether its chain is intact and up to where, or the first broken link. */
export function lineOf(name: string, { broken, head, unsealed }: AuditVerdict): string {
  const warning =
    unsealed === 0
      ? []
      : [
          `  – ${name}  有 ${unsealed} 条超过一分钟未封存，查看服务是否在运行、日志有无报错 · ` +
            `${unsealed} entries older than a minute have no seal: is the service running, does its log name an error?`,
        ];
  if (broken !== undefined) return [`  ✗ ${name}  ${wordsOf(broken)}`, ...warning].join('\n');
  const end = head.place === 0n ? '' : ` ${head.hash.slice(0, 16)}`;
  return [`  ✓ ${name}  ${head.place} 条，链完整 · ${head.place} entries, the chain holds${end}`, ...warning].join(
    '\n',
  );
}

function wordsOf({ kind, place, entryId, entry }: ChainBreak): string {
  const what = [entry?.['recorded_at'], entry?.['action'], entry?.['record_type'], entry?.['record_id']];
  const named = `${entryId}${entry === null ? '' : `（${what.join(' ')}）`}`;
  switch (kind) {
    case 'CHANGED':
      return `记录被改动：第 ${place} 位，记录 ${named} · CHANGED at place ${place}: the entry is not what was sealed`;
    case 'MISSING':
      return `记录被删除：第 ${place} 位，记录 ${named} · MISSING at place ${place}: the entry was sealed and is gone`;
    case 'SEAL_BROKEN':
      return (
        `封印不符：第 ${place} 位，记录 ${named}，封印被改写，或连续两条记录被改动 · SEAL BROKEN at place ${place}: ` +
        'it is not the seal that was made, or this entry and the next were changed'
      );
    case 'SEAL_MISSING':
      return (
        `封印缺失：第 ${place} 位。恢复过较早的备份时，移走 files/<服务>/audit-head.json · SEAL MISSING at place ` +
        `${place}. After an older backup was restored, move files/<service>/audit-head.json away`
      );
  }
}
