import fc from 'fast-check';
import { createCipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cipherNames, cipherOf, type CipherName } from './cipher.ts';
import { masterKeys } from './master-keys.ts';
import {
  dataKeyIdOf,
  openFromTransit,
  openText,
  sealForTransit,
  sealText,
  type DataKey,
  type SealedPlace,
} from './sealed-text.ts';
import type { SecretKey } from './secret-key.ts';

const anyCipher = fc.constantFrom(...cipherNames);
const anyKeyBytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const anyPlace: fc.Arbitrary<SealedPlace> = fc.record({
  table: fc.constantFrom('person', 'household_member'),
  column: fc.constantFrom('sealed_phone', 'sealed_health'),
  row: fc.uuid(),
  organization: fc.option(fc.constantFrom('51/5101/510101/', '51/5101/510102/')),
});

const keyOf = (bytes: Uint8Array, cipher: CipherName, id = 1): DataKey => ({
  id,
  cipher,
  prepared: cipherOf(cipher).prepare(bytes),
});
const secretOf = (bytes: Uint8Array): SecretKey => createSecretKey(bytes) as SecretKey;
const other = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 1);

describe('a sealed text', () => {
  it('opens under its key, for its place', () => {
    fc.assert(
      fc.property(anyCipher, anyKeyBytes, anyText, anyPlace, (cipher, bytes, text, place) => {
        const sealed = sealText(keyOf(bytes, cipher), text, place);
        expect(openText(keyOf(bytes, cipher), sealed, place)).toBe(Buffer.from(text, 'utf8').toString('utf8'));
        expect(dataKeyIdOf(sealed)).toBe(1);
      }),
    );
  });

  it('does not open in another row, column, table or organisation', () => {
    fc.assert(
      fc.property(anyCipher, anyKeyBytes, anyText, anyPlace, anyPlace, (cipher, bytes, text, place, elsewhere) => {
        fc.pre(JSON.stringify(place) !== JSON.stringify(elsewhere));
        const key = keyOf(bytes, cipher);
        expect(() => openText(key, sealText(key, text, place), elsewhere)).toThrow();
        for (const part of ['table', 'column', 'row', 'organization'] as const) {
          const moved = { ...place, [part]: `${place[part]}x` };
          expect(() => openText(key, sealText(key, text, place), moved)).toThrow();
        }
      }),
    );
  });

  it('opens when it is bound to the whole path of its organisation, as older texts are', () => {
    fc.assert(
      fc.property(anyCipher, anyKeyBytes, anyText, anyPlace, (cipher, bytes, text, place) => {
        const key = keyOf(bytes, cipher);
        const { table, column, row, organization } = place;
        const bound = Buffer.from(JSON.stringify(['v2', key.id, cipher, table, column, row, organization]));
        const body = key.prepared.seal(Buffer.from(text, 'utf8'), bound).toString('base64url');
        const sealed = `v2.1.${cipher}.${body}`;
        expect(openText(key, sealed, place)).toBe(Buffer.from(text, 'utf8').toString('utf8'));
        expect(() => openText(key, sealed, { ...place, organization: `${organization}x` })).toThrow();
      }),
    );
  });

  it('opens after its organisation moved below another', () => {
    fc.assert(
      fc.property(anyCipher, anyKeyBytes, anyText, anyPlace, (cipher, bytes, text, place) => {
        const key = keyOf(bytes, cipher);
        const sealed = sealText(key, text, { ...place, organization: '51/5101/510101/510101001/' });
        const moved = { ...place, organization: '51/5101/510102/510101001/' };
        expect(openText(key, sealed, moved)).toBe(Buffer.from(text, 'utf8').toString('utf8'));
      }),
    );
  });

  it('does not open with any of its bits changed', () => {
    fc.assert(
      fc.property(
        anyCipher,
        anyKeyBytes,
        anyText,
        anyPlace,
        fc.nat(),
        fc.nat(7),
        (cipher, bytes, text, place, at, bit) => {
          const key = keyOf(bytes, cipher);
          const written = Buffer.from(sealText(key, text, place), 'latin1');
          const changed = Buffer.from(written);
          const index = at % changed.length;
          changed[index] = (changed[index] ?? 0) ^ (1 << bit);
          expect(() => openText(key, changed.toString('latin1'), place)).toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not open under another key, another key’s id, or another cipher', () => {
    fc.assert(
      fc.property(anyCipher, anyKeyBytes, anyText, anyPlace, (cipher, bytes, text, place) => {
        const sealed = sealText(keyOf(bytes, cipher), text, place);
        const otherCipher = cipher === 'AES256GCM' ? 'SM4SM3' : 'AES256GCM';
        expect(() => openText(keyOf(other(bytes), cipher), sealed, place)).toThrow();
        expect(() => openText(keyOf(bytes, otherCipher), sealed, place)).toThrow();
        expect(() => openText(keyOf(bytes, otherCipher), sealed.replace(cipher, otherCipher), place)).toThrow();
        expect(() => openText(keyOf(bytes, cipher, 2), sealed.replace('v2.1.', 'v2.2.'), place)).toThrow();
      }),
    );
  });

  it('is different each time for the same text, so that equality reveals nothing', () => {
    for (const cipher of cipherNames) {
      const key = keyOf(randomBytes(32), cipher);
      const place = { table: 'person', column: 'sealed_phone', row: '1', organization: null };
      const sealed = new Set(Array.from({ length: 1000 }, () => sealText(key, '13900001111', place)));
      expect(sealed.size).toBe(1000);
    }
  });
});

describe('a text for another service', () => {
  it('opens for its message only, under its master key or the next one', () => {
    fc.assert(
      fc.property(anyCipher, anyKeyBytes, anyText, fc.uuid(), (cipher, bytes, text, message) => {
        const old = secretOf(bytes);
        const sealed = sealForTransit(masterKeys(old), cipher, text, message);
        const plain = Buffer.from(text, 'utf8').toString('utf8');
        expect(openFromTransit(masterKeys(old), sealed, message)).toBe(plain);
        expect(openFromTransit(masterKeys(secretOf(other(bytes)), old), sealed, message)).toBe(plain);
        expect(() => openFromTransit(masterKeys(secretOf(other(bytes))), sealed, message)).toThrow();
        expect(() => openFromTransit(masterKeys(old), sealed, `${message}x`)).toThrow();
      }),
    );
  });
});

describe('SM4 and SM3', () => {
  it('match the examples of GB/T 32907 and GB/T 32905', async () => {
    const { createHash } = await import('node:crypto');
    const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const block = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    expect(block.update(key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });
});
