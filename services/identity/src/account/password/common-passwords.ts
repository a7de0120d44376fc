import { dictionary } from '@zxcvbn-ts/language-common';

/** Passwords found in breaches, in lower case: about fifty thousand, maintained by zxcvbn-ts. */
export const commonPasswords: ReadonlySet<string> = new Set(
  dictionary['passwords-common'].map((each) => each.normalize('NFKC').toLowerCase()),
);
