import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Explained } from './explained.ts';
import { databaseName, serviceNames } from './layout.ts';

/** The secrets that an installation makes once and must keep: without `fieldKey` identity numbers stay unreadable. */
export type Secrets = {
  /** Passwords by database role. */
  readonly rolePasswords: Readonly<Record<string, string>>;
  /** Private Ed25519 JWK, as JSON. */
  readonly tokenSigningKey: string;
  /** 32 bytes, base64: the master key, which wraps the services' data keys for sensitive fields. */
  readonly fieldKey: string;
  /** The previous master key, while it is being changed: opens what is still wrapped under it. */
  readonly fieldKeyBefore?: string;
  /** 32 bytes, base64: keys the index that finds an identity number without decrypting. */
  readonly blindIndexKey: string;
  /** The previous index key, while it is being changed: people may still be indexed by it. */
  readonly blindIndexKeyOther?: string;
  /** 32 bytes, base64: keys the seals of every service's audit log. With it, a forged log can be sealed. */
  readonly auditKey: string;
  /** 32 bytes, base64: proves to the services that a request came through the gateway. */
  readonly gatewayKey: string;
};

/** Owner of every service's database: migrations run as this role. */
export const ownerRole = 'nuangong_owner';
/** Owner of the embedded event transport's database. */
export const eventsRole = 'nuangong_events';

/** The installation's secrets, made at the first start and kept in `secrets.json`, mode 0600. */
export function keepSecrets(directory: string): Secrets {
  const file = join(directory, 'secrets.json');
  if (existsSync(file)) return readSecrets(file);
  return writeSecrets(file, makeSecrets());
}

function writeSecrets(file: string, secrets: Secrets): Secrets {
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function readSecrets(file: string): Secrets {
  const read = (): Partial<Secrets> => JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  let found: Partial<Secrets> = {};
  try {
    found = read();
  } catch {
    found = {};
  }
  const { rolePasswords, tokenSigningKey, fieldKey, fieldKeyBefore, blindIndexKey, blindIndexKeyOther } = found;
  if (rolePasswords && tokenSigningKey && fieldKey && blindIndexKey) {
    const before = fieldKeyBefore === undefined ? {} : { fieldKeyBefore };
    const other = blindIndexKeyOther === undefined ? {} : { blindIndexKeyOther };
    const others = { rolePasswords, tokenSigningKey, fieldKey, ...before, blindIndexKey, ...other };
    const { auditKey, gatewayKey } = found;
    if (auditKey && gatewayKey) return { ...others, auditKey, gatewayKey };
    // Older installations have no key for the audit log's chain or for the gateway.
    return writeSecrets(file, { ...others, auditKey: auditKey ?? makeKey(), gatewayKey: gatewayKey ?? makeKey() });
  }
  throw new Explained(
    `密钥文件 ${file} 不完整，已加密的身份证号要靠它才能读出。从备份恢复该文件；没有备份时，移走整个数据目录重新建立。`,
    `The file of keys ${file} is not whole; the encrypted identity numbers can be read with it alone. ` +
      'Restore it from a backup; without one, move the whole data directory away and start again.',
  );
}

/** Makes a new master key the current one and keeps the old one for opening. */
export function renewMaster(directory: string, secrets: Secrets, fieldKey: string): Secrets {
  return writeSecrets(join(directory, 'secrets.json'), { ...secrets, fieldKey, fieldKeyBefore: secrets.fieldKey });
}

/** Deletes the previous master key, once nothing is wrapped under it. */
export function forgetMasterBefore(directory: string, secrets: Secrets): Secrets {
  const { fieldKeyBefore: _forgotten, ...kept } = secrets;
  return writeSecrets(join(directory, 'secrets.json'), kept);
}

/** Makes a new key of the blind index the current one; people are still found under the old one. */
export function renewIndexKey(directory: string, secrets: Secrets, blindIndexKey: string): Secrets {
  const renewed = { ...secrets, blindIndexKey, blindIndexKeyOther: secrets.blindIndexKey };
  return writeSecrets(join(directory, 'secrets.json'), renewed);
}

/** Deletes the old key of the blind index, once nobody is indexed by it. */
export function forgetOtherIndexKey(directory: string, secrets: Secrets): Secrets {
  const { blindIndexKeyOther: _forgotten, ...kept } = secrets;
  return writeSecrets(join(directory, 'secrets.json'), kept);
}

function makeKey(): string {
  return randomBytes(32).toString('base64');
}

/** Fresh secrets of a new installation. */
export function makeSecrets(): Secrets {
  const roles = [ownerRole, eventsRole, ...serviceNames.map(databaseName)];
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'EdDSA', use: 'sig' };
  return {
    rolePasswords: Object.fromEntries(roles.map((role) => [role, randomBytes(24).toString('base64url')])),
    tokenSigningKey: JSON.stringify(key),
    fieldKey: makeKey(),
    blindIndexKey: makeKey(),
    auditKey: makeKey(),
    gatewayKey: makeKey(),
  };
}
