import { randomBytes } from 'node:crypto';
import { cipherOf, readCipherName, type CipherName, type PreparedKey } from './cipher.ts';
import { masterOf, openWithMaster, sealWithMaster, type MasterKeys } from './master-keys.ts';
import { keyBytes } from './secret-key.ts';

/** The place of a sealed text: moved to another row, column, table or organisation, it cannot be opened. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  /** Identifies the row permanently. */
  readonly row: string;
  /** The path of the row's organisation, if the table has one. */
  readonly organization: string | null;
}

/** An unwrapped data key. */
export interface DataKey {
  readonly id: number;
  readonly cipher: CipherName;
  readonly prepared: PreparedKey;
}

/** A parsed sealed text, by its format. */
type SealedParts =
  | { readonly form: 'v2'; readonly keyId: number; readonly cipher: CipherName; readonly body: Buffer }
  | {
      readonly form: 't2';
      readonly masterId: string;
      readonly cipher: CipherName;
      readonly wrapped: Buffer;
      readonly body: Buffer;
    };

/** Whether a text is sealed. */
export const isSealed = (text: string): boolean => text.startsWith('v2.');

/** Seals a text under a data key: `v2.<key id>.<cipher>.<body>`. */
export function sealText(key: DataKey, text: string, place: SealedPlace): string {
  const body = key.prepared.seal(Buffer.from(text, 'utf8'), associatedWith(key, place));
  return `v2.${key.id}.${key.cipher}.${body.toString('base64url')}`;
}

/** Opens what `sealText` sealed under the same key for the same place; throws for any other. */
export function openText(key: DataKey, sealed: string, place: SealedPlace): string {
  const parts = partsOf(sealed);
  if (parts.form !== 'v2' || parts.keyId !== key.id || parts.cipher !== key.cipher) {
    throw new Error(`the text is not sealed under data key ${key.id}`);
  }
  try {
    return key.prepared.open(parts.body, associatedWith(key, place)).toString('utf8');
  } catch (error) {
    if (place.organization === null) throw error;
    return key.prepared.open(parts.body, associatedBefore(key, place)).toString('utf8');
  }
}

/** The id of the data key that sealed a text; undefined for texts of another format. */
export function dataKeyIdOf(sealed: string): number | undefined {
  const id = /^v2\.([1-9]\d{0,8})\./.exec(sealed)?.[1];
  return id === undefined ? undefined : Number(id);
}

/** The prefix of every text sealed under a data key. */
export function beginningUnder(keyId: number): string {
  return `v2.${keyId}.`;
}

/**
 * Seals a text for another service, which has the master key but not this service's data keys: under a new key that
 * travels with the text, wrapped. `t2.<master id>.<cipher>.<wrapped key>.<body>`; `message` is what it is bound to.
 */
export function sealForTransit(masters: MasterKeys, cipher: CipherName, text: string, message: string): string {
  const { current } = masters;
  const associated = Buffer.from(JSON.stringify(['t2', current.id, cipher, message]));
  const key = randomBytes(keyBytes);
  const wrapped = sealWithMaster(current, 'transit', cipher, key, associated);
  const body = cipherOf(cipher).prepare(key).seal(Buffer.from(text, 'utf8'), associated);
  return `t2.${current.id}.${cipher}.${wrapped.toString('base64url')}.${body.toString('base64url')}`;
}

/** Opens what `sealForTransit` sealed for the same message. */
export function openFromTransit(masters: MasterKeys, sealed: string, message: string): string {
  const parts = partsOf(sealed);
  if (parts.form !== 't2') throw new Error('the text is sealed for a row and not for another service');
  const associated = Buffer.from(JSON.stringify(['t2', parts.masterId, parts.cipher, message]));
  const master = masterOf(masters, parts.masterId);
  const key = openWithMaster(master, 'transit', parts.cipher, parts.wrapped, associated);
  return cipherOf(parts.cipher).prepare(key).open(parts.body, associated).toString('utf8');
}

/**
 * Binds key and cipher as well as the place, so that no part of the text's header can be swapped. Of an organisation's
 * path only its own code is bound: when the organisation moves below another, its sealed texts still open.
 */
function associatedWith({ id, cipher }: DataKey, { table, column, row, organization }: SealedPlace): Buffer {
  const own = organization?.replace(/^.*\/(?=[^/]+\/$)/u, '') ?? null;
  return Buffer.from(JSON.stringify(['v2', id, cipher, table, column, row, own]));
}

/**
 * What texts were bound to before organisations could move: the whole path. `keys rotate` seals them again; those of an
 * organisation that moved before that cannot be opened.
 */
function associatedBefore({ id, cipher }: DataKey, { table, column, row, organization }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify(['v2', id, cipher, table, column, row, organization]));
}

/**
 * Decodes base64url only in its canonical spelling: otherwise several spellings of the same bytes would hide a changed
 * text.
 */
function bodyOf(text: string): Buffer {
  const end = text.slice(text.length - (text.length % 4 === 0 ? 4 : text.length % 4));
  if (!/^[\w-]*$/.test(text) || Buffer.from(end, 'base64url').toString('base64url') !== end) {
    throw new Error('not a sealed text');
  }
  return Buffer.from(text, 'base64url');
}

function partsOf(sealed: string): SealedParts {
  const [form, ...rest] = sealed.split('.');
  if (form === 'v2' && rest.length === 3) {
    const [id = '', cipherText, body = ''] = rest;
    const cipher = readCipherName(cipherText);
    if (/^[1-9]\d{0,8}$/.test(id) && cipher !== undefined) {
      return { form, keyId: Number(id), cipher, body: bodyOf(body) };
    }
  }
  if (form === 't2' && rest.length === 4) {
    const [masterId = '', cipherText, wrapped = '', body = ''] = rest;
    const cipher = readCipherName(cipherText);
    if (cipher !== undefined) return { form, masterId, cipher, wrapped: bodyOf(wrapped), body: bodyOf(body) };
  }
  throw new Error('not a sealed text');
}
