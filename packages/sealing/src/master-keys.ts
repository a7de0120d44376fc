import { cipherOf, type CipherName, type PreparedKey } from './cipher.ts';
import { deriveKey, keyIdOf, type SecretKey } from './secret-key.ts';

/** A key-encrypting key from the environment, with its id. */
export interface MasterKey {
  readonly id: string;
  readonly key: SecretKey;
}

/** The master key in use, and during its change the previous one, which only opens. */
export interface MasterKeys {
  readonly current: MasterKey;
  readonly before?: MasterKey | undefined;
}

/** Derives the ids of the master keys from their values. */
export function masterKeys(current: SecretKey, before?: SecretKey): MasterKeys {
  return {
    current: { id: keyIdOf(current), key: current },
    before: before === undefined ? undefined : { id: keyIdOf(before), key: before },
  };
}

/** The master key with an id; throws if the environment does not contain it. */
export function masterOf(masters: MasterKeys, id: string): MasterKey {
  const found = [masters.current, masters.before].find((each) => each?.id === id);
  if (found !== undefined) return found;
  throw new Error(`a key is wrapped under the master key ${id}, which is neither FIELD_KEY nor FIELD_KEY_BEFORE`);
}

/**
 * What a master key wraps: the data keys of a service's table, or the key of one text in transit to another service.
 */
export type WrappingPurpose = 'data keys' | 'transit';

/** Wraps a key under a master key for one purpose. */
export function sealWithMaster(
  master: MasterKey,
  purpose: WrappingPurpose,
  cipher: CipherName,
  key: Uint8Array,
  associated: Uint8Array,
): Buffer {
  return prepared(master, purpose, cipher).seal(key, associated);
}

/** Unwraps what `sealWithMaster` wrapped; throws if anything differs. */
export function openWithMaster(
  master: MasterKey,
  purpose: WrappingPurpose,
  cipher: CipherName,
  wrapped: Uint8Array,
  associated: Uint8Array,
): Buffer {
  return prepared(master, purpose, cipher).open(wrapped, associated);
}

const preparedKeys = new WeakMap<SecretKey, Map<string, PreparedKey>>();

function prepared({ key }: MasterKey, purpose: WrappingPurpose, cipher: CipherName) {
  const known = preparedKeys.get(key) ?? new Map<string, PreparedKey>();
  preparedKeys.set(key, known);
  const name = `${cipher} ${purpose}`;
  const found = known.get(name) ?? cipherOf(cipher).prepare(deriveKey(key, name));
  known.set(name, found);
  return found;
}
