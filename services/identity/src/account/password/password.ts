import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { commonPasswords } from './common-passwords.ts';

/** The owner of the password: it may contain neither the name nor the username. */
export interface PasswordOwner {
  readonly username: string;
  readonly name: string;
}

const shortest = 12;
const longest = 128;
/** The fewest characters that must remain when everything easy to guess is removed. */
const leastOfOwn = 6;

/**
 * The form in which a password is hashed and compared: one character typed in two ways is the same (NFKC, SP 800-63B
 * 3.1.1.2).
 */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Checks whether a password is good enough by NIST SP 800-63B: 12 to 128 code points after NFKC, no composition rules.
 * Refuses passwords known from breaches, those made of the owner's name or the system's words, and repetitions and
 * sequences. Returns the normalised password; a refusal names `field`.
 */
export function checkPassword(password: string, owner: PasswordOwner, field = 'password'): Result<string> {
  const normalized = normalizePassword(password);
  const length = [...normalized].length;
  if (length < shortest || length > longest) return refuse(problem(...refusals.PASSWORD_LENGTH, field));
  const folded = normalized.toLowerCase();
  const refused: Problem[] = [];
  if (isCommon(folded)) refused.push(problem(...refusals.PASSWORD_COMMON, field));
  if (holdsName(folded, owner)) refused.push(problem(...refusals.PASSWORD_OWN_NAME, field));
  if (isOfSystemWords(folded)) refused.push(problem(...refusals.PASSWORD_SYSTEM_WORD, field));
  if (isRepetition(folded)) refused.push(problem(...refusals.PASSWORD_REPETITION, field));
  if (isSequence(folded)) refused.push(problem(...refusals.PASSWORD_SEQUENCE, field));
  return refused.length > 0 ? refuse(...refused) : ok(normalized);
}

const refusals = {
  PASSWORD_LENGTH: [
    'PASSWORD_LENGTH',
    {
      zh: '密码应为 12 至 128 个字符，可用一句容易记的话',
      en: 'Use 12 to 128 characters; a sentence is easy to remember.',
    },
  ],
  PASSWORD_COMMON: [
    'PASSWORD_COMMON',
    {
      zh: '这个密码在泄露的密码名单里，换一句只有本人想得到的话',
      en: 'This password is on a list of leaked ones. Use a sentence that only you would think of.',
    },
  ],
  PASSWORD_OWN_NAME: [
    'PASSWORD_OWN_NAME',
    { zh: '密码里有本人的姓名或账号，去掉后重录', en: 'The password contains your name or username. Remove it.' },
  ],
  PASSWORD_SYSTEM_WORD: [
    'PASSWORD_SYSTEM_WORD',
    {
      zh: '密码主要由本系统或工会的名称组成，换一句别的话',
      en: 'The password is too similar to the names of this system or the union. Use another sentence.',
    },
  ],
  PASSWORD_REPETITION: [
    'PASSWORD_REPETITION',
    { zh: '密码是同一小段的重复，换一句完整的话', en: 'The password repeats one short piece. Use a whole sentence.' },
  ],
  PASSWORD_SEQUENCE: [
    'PASSWORD_SEQUENCE',
    {
      zh: '密码是连续的数字、字母或键盘上相邻的键，换一句完整的话',
      en: 'The password is a run of digits, letters or neighbouring keys. Use a whole sentence.',
    },
  ],
} as const;

/** Whether it is a listed password, a repetition of one, or one with digits and punctuation around it. */
function isCommon(folded: string): boolean {
  const unit = folded.slice(0, periodOf(folded));
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [folded, unit].some((each) => commonPasswords.has(each)) || (core.length > 4 && commonPasswords.has(core));
}

function holdsName(folded: string, { username, name }: PasswordOwner): boolean {
  const spoken = name.normalize('NFKC').toLowerCase().replaceAll(/[\s·]/g, '');
  const plain = folded.replaceAll(/[\s·]/g, '');
  const told: readonly (readonly [string, number])[] = [
    [username.toLowerCase(), 3],
    [spoken, 2],
  ];
  return told.some(([text, least]) => text.length >= least && plain.includes(text));
}

const systemWords = [
  'nuangong',
  '暖工',
  'songwennuan',
  '送温暖',
  'zonggonghui',
  '总工会',
  'gonghui',
  '工会',
  'bangfu',
  '帮扶',
  '困难职工',
  'tradeunion',
  'password',
  'mima',
  '密码',
] as const;

/** Whether little remains when the system's words, digits and punctuation are removed. */
function isOfSystemWords(folded: string): boolean {
  const without = systemWords.reduce((text, word) => text.replaceAll(word, ''), folded);
  return without !== folded && [...without.replaceAll(/[^\p{L}]/gu, '')].length < leastOfOwn;
}

function isRepetition(folded: string): boolean {
  return periodOf(folded) < shortest || new Set(folded).size < 5;
}

/** The length of the shortest piece whose repetition is the text; the last repetition may be incomplete. */
function periodOf(text: string): number {
  for (let period = 1; period <= text.length / 2; period += 1) {
    if (text.slice(period) === text.slice(0, -period)) return period;
  }
  return text.length;
}

const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '!@#$%^&*()'];
const runs = [...rows, ...rows.map((row) => [...row].toReversed().join(''))];
const shortestRun = 3;

/** Whether little remains when each run along a row counts as one character. */
function isSequence(folded: string): boolean {
  let pieces = 0;
  for (let at = 0; at < folded.length; pieces += 1) at += runAt(folded, at);
  return pieces < leastOfOwn;
}

/** The number of characters from here that run along a row; 1 if there is no run. */
function runAt(text: string, start: number): number {
  let end = start + shortestRun;
  if (end > text.length || !isRun(text.slice(start, end))) return 1;
  while (end < text.length && isRun(text.slice(start, end + 1))) end += 1;
  return end - start;
}

const isRun = (piece: string): boolean => runs.some((row) => row.includes(piece));
