import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** A data key prepared for one cipher. */
export interface PreparedKey {
  /** Seals bytes under a fresh random nonce; opening requires the same `associated` data. */
  seal(plain: Uint8Array, associated: Uint8Array): Buffer;
  /** Opens what `seal` made; throws if the key or associated data differ, or a bit was changed. */
  open(sealed: Uint8Array, associated: Uint8Array): Buffer;
}

/** An authenticated cipher with associated data and random 96-bit nonces. */
export interface SealingCipher {
  /** Prepares a 32-byte key, once. */
  prepare(key: Uint8Array): PreparedKey;
}

/**
 * The available ciphers. `AES256GCM`: NIST SP 800-38D. `SM4SM3`, for installations that require commercial cryptography
 * of the state (商用密码): SM4 (GB/T 32907) in counter mode, then HMAC with SM3 (GB/T 32905) over everything; the OpenSSL
 * in Node has no SM4-GCM.
 */
export const cipherNames = ['AES256GCM', 'SM4SM3'] as const;
export type CipherName = (typeof cipherNames)[number];

const nonceBytes = 12;
const gcmTagBytes = 16;
const sm3Bytes = 32;
const sm4KeyBytes = 16;

const aes256Gcm: SealingCipher = {
  prepare(bytes) {
    const key = createSecretKey(bytes);
    return {
      seal(plain, associated) {
        const nonce = randomBytes(nonceBytes);
        const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated);
        return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      },
      open(sealed, associated) {
        refuseShort(sealed, nonceBytes + gcmTagBytes);
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
          authTagLength: gcmTagBytes,
        })
          .setAAD(associated)
          .setAuthTag(sealed.subarray(-gcmTagBytes));
        return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -gcmTagBytes)), decipher.final()]);
      },
    };
  },
};

/**
 * Encrypt-then-MAC with two keys derived from one; the length of the associated data comes first, so that its boundary
 * cannot shift.
 */
const sm4Sm3: SealingCipher = {
  prepare(bytes) {
    const derived = Buffer.from(hkdfSync('sm3', bytes, '', 'nuangong SM4SM3', sm4KeyBytes + sm3Bytes));
    const encryption = createSecretKey(derived.subarray(0, sm4KeyBytes));
    const authentication = createSecretKey(derived.subarray(sm4KeyBytes));
    const counterFrom = (nonce: Uint8Array): Buffer => Buffer.concat([nonce, Buffer.alloc(4)]);
    const tagOf = (nonceAndText: Uint8Array, associated: Uint8Array): Buffer => {
      const length = Buffer.alloc(8);
      length.writeBigUInt64BE(BigInt(associated.length));
      return createHmac('sm3', authentication).update(length).update(associated).update(nonceAndText).digest();
    };
    return {
      seal(plain, associated) {
        const nonce = randomBytes(nonceBytes);
        const cipher = createCipheriv('sm4-ctr', encryption, counterFrom(nonce));
        const nonceAndText = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
        return Buffer.concat([nonceAndText, tagOf(nonceAndText, associated)]);
      },
      open(sealed, associated) {
        refuseShort(sealed, nonceBytes + sm3Bytes);
        const nonceAndText = sealed.subarray(0, -sm3Bytes);
        if (!timingSafeEqual(tagOf(nonceAndText, associated), sealed.subarray(-sm3Bytes))) {
          throw new Error('the sealed text was changed, or belongs elsewhere');
        }
        const decipher = createDecipheriv('sm4-ctr', encryption, counterFrom(sealed.subarray(0, nonceBytes)));
        return Buffer.concat([decipher.update(nonceAndText.subarray(nonceBytes)), decipher.final()]);
      },
    };
  },
};

function refuseShort(sealed: Uint8Array, least: number): void {
  if (sealed.length < least) throw new Error('the sealed text is cut off');
}

const ciphers: Readonly<Record<CipherName, SealingCipher>> = { AES256GCM: aes256Gcm, SM4SM3: sm4Sm3 };

/** The cipher with a name. */
export function cipherOf(name: CipherName): SealingCipher {
  return ciphers[name];
}

/** The name if it is a cipher's; undefined for any other text. */
export function readCipherName(text: string | undefined): CipherName | undefined {
  return cipherNames.find((name) => name === text);
}
