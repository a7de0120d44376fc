import { readRequiredText } from './bounded-text.ts';
import { problem, refuse, type Result } from './result.ts';

const longest = 500;
/** A sentence, be it short: 核对账号, or "check the account". */
const least = { chineseCharacters: 4, differentCharacters: 3, words: 3, differentLetters: 6 };

/**
 * Reads why somebody wants to see or do what is kept in the audit log with that reason: words, by which another can judge
 * it later. Four Chinese characters, or three words; repeated characters, digits and marks say nothing.
 * Refuses with REASON_SAYS_NOTHING, or as `readRequiredText` does.
 */
export function readReason(typed: string, field: string): Result<string> {
  const text = readRequiredText(typed, field, longest);
  if (!text.ok || saysSomething(text.value)) return text;
  return refuse(problem('REASON_SAYS_NOTHING', saysNothing, field));
}

const saysNothing = {
  zh: '写明用途，至少 4 个不重复的汉字，如：走访前电话联系本人、银行退汇核对收款账号',
  en: 'Say what it is for in a few words, such as: calling before the visit, checking a returned account.',
};

function saysSomething(text: string): boolean {
  const chinese = text.match(/\p{Script=Han}/gu) ?? [];
  if (chinese.length >= least.chineseCharacters && new Set(chinese).size >= least.differentCharacters) return true;
  const words = new Set(text.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
  const letters = new Set([...words].join(''));
  return words.size >= least.words && letters.size >= least.differentLetters;
}
