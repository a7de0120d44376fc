export { derivedKey, readKey, type SecretKey } from './secret-key.ts';
export { cipherNames, type CipherName } from './cipher.ts';
export { masterKeys, type MasterKeys } from './master-keys.ts';
export { blindIndexOf } from './blind-index.ts';
export type { SealedPlace } from './sealed-text.ts';
export { openKeyring, type Keyring, type KeyringOptions } from './keyring.ts';
export { readSealedColumns, type SealedColumn } from './sealed-columns.ts';
export { rewrapDataKeys, rotateDataKey, sealPlainTexts, type Rotation, type RotationOptions } from './rotate-data-key.ts';
export { reindex, type ReindexOptions } from './reindex.ts';
