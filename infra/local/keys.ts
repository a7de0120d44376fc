import { randomBytes } from 'node:crypto';
import {
  cipherNames,
  masterKeys,
  readKey,
  reindex,
  rewrapDataKeys,
  rotateDataKey,
  type CipherName,
  type RotationOptions,
} from '@nuangong/sealing';
import { inDatabase } from './in-database.ts';
import { ownerAddress } from './databases.ts';
import { Explained } from './explained.ts';
import type { ServiceName } from './layout.ts';
import { choosePlace, type Place } from './place.ts';
import { progressTo } from './progress.ts';
import {
  forgetMasterBefore,
  forgetOtherIndexKey,
  keepSecrets,
  renewIndexKey,
  renewMaster,
  type Secrets,
} from './secrets.ts';
import { withServerOf } from './server-of-place.ts';

/** The services that seal fields. */
export const sealingServices = [
  'identity',
  'case-records',
  'funds',
  'employment-legal',
] as const satisfies readonly ServiceName[];

/** The secrets of an installation that sealing uses. */
type SealingSecrets = Pick<Secrets, 'rolePasswords' | 'fieldKey' | 'fieldKeyBefore'>;

/** The actions of `./nuangong keys`. */
const actions = ['rotate', 'renew-master', 'renew-index'] as const;
type KeysAction = (typeof actions)[number];

/**
 * `./nuangong keys rotate`: a new data key for each service, everything sealed again under it while the services run,
 * the older keys retired. `keys renew-master`: a new master key, in two steps with a restart between them; `keys
 * renew-index`: the same for the key of the blind index. `FIELD_KEY`, `FIELD_KEY_BEFORE` and `SEALING_CIPHER` replace
 * the installation's own, as `DATABASE_URL` does its server.
 */
export async function keys(what: readonly string[], data: string | undefined): Promise<number> {
  const action = actions.find((one) => what.length === 1 && one === what[0]);
  if (action === undefined) {
    throw new Explained(
      '用法：./nuangong keys rotate | renew-master | renew-index',
      'Usage: ./nuangong keys rotate | renew-master | renew-index',
    );
  }
  const progress = progressTo(process.stdout);
  const place = choosePlace(data, progress);
  const secrets = keepSecrets(place.directory);
  return withServerOf(place, progress, (superuserUrl) => carryOut(action, superuserUrl, secrets, place));
}

async function carryOut(action: KeysAction, superuserUrl: string, secrets: Secrets, place: Place): Promise<number> {
  switch (action) {
    case 'rotate':
      await Promise.all(sealingServices.map((service) => rotate(optionsOf(service, superuserUrl, secrets))));
      return 0;
    case 'renew-master':
      return renewMasterKey(superuserUrl, secrets, place);
    case 'renew-index':
      return renewIndex(superuserUrl, secrets, place);
  }
}

async function rotate(options: RotationOptions): Promise<void> {
  const { keyId, sealed, retired, destroyed } = await rotateDataKey(options);
  say(
    `${options.service}  密钥 ${keyId} 启用，重新加密 ${sealed} 条，停用 ${listed(retired)}，销毁 ${listed(destroyed)}`,
    `key ${keyId} is current, ${sealed} texts sealed again, retired ${listed(retired)}, destroyed ${listed(destroyed)}`,
  );
}

/**
 * The first call makes the new master key and keeps the old one for opening; restart the services to load it. The
 * second call wraps every data key again, and deletes the old master key once no text in transit is sealed under it.
 */
async function renewMasterKey(superuserUrl: string, secrets: Secrets, place: Place): Promise<number> {
  if (process.env['FIELD_KEY'] !== undefined && process.env['FIELD_KEY_BEFORE'] === undefined) {
    throw new Explained(
      '主密钥由 FIELD_KEY 给出：先把旧的放到 FIELD_KEY_BEFORE、新的放到 FIELD_KEY，重启各服务，再运行本命令。',
      'FIELD_KEY gives the master key: put the old one into FIELD_KEY_BEFORE and a new one into FIELD_KEY, restart the services, then run this.',
    );
  }
  if (process.env['FIELD_KEY_BEFORE'] === undefined && secrets.fieldKeyBefore === undefined) {
    renewMaster(place.directory, secrets, randomBytes(32).toString('base64'));
    say(
      '新的主密钥已生成，旧的留作解密。重启系统，然后再运行一次本命令',
      'there is a new master key, the old one opens. Restart the system, then run this again',
    );
    return 0;
  }
  let underWay = 0;
  for (const service of sealingServices) {
    const options = optionsOf(service, superuserUrl, secrets);
    const rewrapped = await rewrapDataKeys(options);
    say(`${service}  改由新主密钥保护：${listed(rewrapped)}`, `wrapped under the new master key: ${listed(rewrapped)}`);
    underWay += await countUnderWay(options);
  }
  if (underWay > 0) {
    say(
      `还有 ${underWay} 条消息在途，由旧主密钥加密；处理完后再运行一次`,
      `${underWay} messages on their way are sealed under the old master key; run this again when they are handled`,
    );
    return 1;
  }
  if (process.env['FIELD_KEY_BEFORE'] === undefined) forgetMasterBefore(place.directory, secrets);
  say('旧主密钥不再使用', 'the old master key is no longer needed');
  return 0;
}

/**
 * The first call makes the new key; after a restart the services index by it and search by both. The second call writes
 * every index again and deletes the old key. With several copies of a service, first make all search by both (the new
 * key as `BLIND_INDEX_KEY_OTHER`), then index by the new one: no copy may index by a key that another does not search
 * by.
 */
async function renewIndex(superuserUrl: string, secrets: Secrets, place: Place): Promise<number> {
  const other = process.env['BLIND_INDEX_KEY_OTHER'] ?? secrets.blindIndexKeyOther;
  if (other === undefined) {
    renewIndexKey(place.directory, secrets, randomBytes(32).toString('base64'));
    say(
      '新的索引密钥已生成。重启系统，然后再运行一次本命令',
      'there is a new key of the index. Restart the system, then run this again',
    );
    return 0;
  }
  const key = readKey(process.env['BLIND_INDEX_KEY'] ?? secrets.blindIndexKey, 'BLIND_INDEX_KEY');
  const before = readKey(other, 'BLIND_INDEX_KEY_OTHER');
  if (key.equals(before)) {
    throw new Explained(
      '新旧索引密钥相同（BLIND_INDEX_KEY 与 BLIND_INDEX_KEY_OTHER），没有要改写的；核对后再运行',
      'BLIND_INDEX_KEY and BLIND_INDEX_KEY_OTHER are the same key: there is nothing to rewrite. Check them first.',
    );
  }
  const written = await reindex({ ...optionsOf('case-records', superuserUrl, secrets), key, before });
  if (process.env['BLIND_INDEX_KEY_OTHER'] === undefined) forgetOtherIndexKey(place.directory, secrets);
  say(
    `已改写 ${written} 条索引，旧的索引密钥不再使用`,
    `${written} indexes rewritten; the old key is no longer needed`,
  );
  return 0;
}

/** Counts messages, sent or received but not handled yet, with a text sealed under the previous master key. */
async function countUnderWay({ ownerUrl, masters }: RotationOptions): Promise<number> {
  if (masters.before === undefined) return 0;
  const { id } = masters.before;
  return inDatabase(ownerUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      `select (select count(*) from outbox where sent_at is null and envelope::text like '%"t2.' || $1 || '.%')
         + (select count(*) from dead_letter where replayed_at is null and envelope::text like '%"t2.' || $1 || '.%')
         as count`,
      [id],
    );
    return Number(rows[0]?.count ?? 0);
  });
}

/** The options for rotating a service's keys. */
export function optionsOf(
  service: ServiceName,
  superuserUrl: string,
  secrets: SealingSecrets,
  cipher = process.env['SEALING_CIPHER'],
): RotationOptions {
  const before = process.env['FIELD_KEY_BEFORE'] ?? secrets.fieldKeyBefore;
  const masters = masterKeys(
    readKey(process.env['FIELD_KEY'] ?? secrets.fieldKey, 'FIELD_KEY'),
    before === undefined ? undefined : readKey(before, 'FIELD_KEY_BEFORE'),
  );
  return { service, ownerUrl: ownerAddress(superuserUrl, service, secrets), masters, cipher: wantedCipher(cipher) };
}

function wantedCipher(wanted = 'AES256GCM'): CipherName {
  const cipher = cipherNames.find((name) => name === wanted);
  if (cipher !== undefined) return cipher;
  const known = cipherNames.join('、');
  throw new Explained(`SEALING_CIPHER 应为 ${known} 之一：${wanted}`, `SEALING_CIPHER is one of ${known}: ${wanted}`);
}

const listed = (ids: readonly number[]): string => (ids.length === 0 ? '0' : ids.join(', '));

function say(zh: string, en: string): void {
  process.stdout.write(`  ${zh} · ${en}\n`);
}
