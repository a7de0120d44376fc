import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { checkPassword } from './password.ts';
import { hashOfNobody, hashPassword, verifyPassword } from './password-hash.ts';

const owner = { username: 'qinghe-clerk', name: '王秀英' };
const codesOf = (password: string): readonly string[] => {
  const checked = checkPassword(password, owner, 'newPassword');
  return checked.ok ? [] : checked.problems.map(({ code, field }) => `${code} ${field}`);
};

test.each([
  ['a long sentence of words'],
  ['冬天里的第一杯热茶最香了'],
  ['工会今天去看望了三十户困难职工家庭'],
  ['kettle harbour 7 violet'],
  ['correcthorsebatterystaple'],
])('given a strong password, when it is checked, then it is accepted: %s', (password) => {
  expect(checkPassword(password, owner)).toEqual({ ok: true, value: password });
});

test.each([
  ['elevenchars', 'PASSWORD_LENGTH'],
  ['长'.repeat(129), 'PASSWORD_LENGTH'],
  ['unbelievable', 'PASSWORD_COMMON'],
  ['Administrator2026!', 'PASSWORD_COMMON'],
  ['dragondragon', 'PASSWORD_COMMON'],
  ['qinghe-clerk and more words', 'PASSWORD_OWN_NAME'],
  ['我是王秀英今天来值班的人', 'PASSWORD_OWN_NAME'],
  ['Nuangong-2026', 'PASSWORD_SYSTEM_WORD'],
  ['市总工会困难职工帮扶2026', 'PASSWORD_SYSTEM_WORD'],
  ['xqz7xqz7xqz7xqz7', 'PASSWORD_REPETITION'],
  ['aaaabbbbccccdddd', 'PASSWORD_REPETITION'],
  ['1234567890123', 'PASSWORD_SEQUENCE'],
  ['qwertyuiopasdfgh', 'PASSWORD_SEQUENCE'],
  ['zyxwvutsrqpon', 'PASSWORD_SEQUENCE'],
])('given a weak password, when it is checked, then it is refused with its own code: %s', (password, code) => {
  expect(codesOf(password)).toContain(`${code} newPassword`);
});

test('given every password of the list that is long enough, when it is checked, then it is refused', () => {
  const long = [...commonPasswords].filter((each) => [...each].length >= 12);
  expect(long.length).toBeGreaterThan(200);
  expect(long.filter((each) => checkPassword(each.toUpperCase(), owner).ok)).toEqual([]);
});

test('given any text, when it is accepted, then it is its own NFKC of 12 to 128 code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 140 }), (text) => {
      const checked = checkPassword(text, owner);
      const length = [...text.normalize('NFKC')].length;
      if (checked.ok) expect(checked.value).toBe(text.normalize('NFKC'));
      if (length < 12 || length > 128) expect(checked.ok).toBe(false);
    }),
  );
});

test('given the same password in full width, when it is verified, then it is the same; another is not', async () => {
  const hash = await hashPassword('kettle harbour 7 violet');
  expect(await verifyPassword(hash, 'ｋettle harbour ７ violet')).toBe(true);
  expect(await verifyPassword(hash, 'kettle harbour 8 violet')).toBe(false);
});

test('given a hash made before passwords were normalised, when its password is typed as it was then, then it matches', async () => {
  const { hash } = await import('@node-rs/argon2');
  expect(await verifyPassword(await hash('ｋettle harbour'), 'ｋettle harbour')).toBe(true);
});

test('given the dummy hash, when any password is verified, then it is parsed as a hash and never matches', async () => {
  expect(await hashOfNobody).toMatch(/^\$argon2id\$/);
  await expect(verifyPassword(await hashOfNobody, 'not the password')).resolves.toBe(false);
});
