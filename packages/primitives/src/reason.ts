import { readRequiredText } from './bounded-text.ts';
import { problem, refuse, type Result } from './result.ts';

const longest = 500;
/** What counts as a sentence, even a short one: 核对账号, or "check the account". */
const least = { chineseCharacters: 4, differentCharacters: 3, words: 3, differentLetters: 6 };

/**
 * Reads a reason that the audit log keeps for viewing or doing something. It must be text that another person can judge
 * later: four Chinese characters, or three words; repeated characters, digits and punctuation do not count. Refuses
 * with REASON_SAYS_NOTHING, or like `readRequiredText`.
 */
export function readReason(typed: string, field: string): Result<string> {
  const text = readRequiredText(typed, field, longest);
  if (!text.ok || saysSomething(text.value)) return text;
  return refuse(problem('REASON_SAYS_NOTHING', saysNothing, field));
}

const saysNothing = {
  zh: '写明用途，至少 4 个不重复的汉字，如：走访前电话联系本人、银行退汇核对收款账号',
  en: 'State the purpose in a few words, for example: calling before a visit, checking a returned account.',
};

function saysSomething(text: string): boolean {
  const chinese = text.match(/\p{Script=Han}/gu) ?? [];
  if (chinese.length >= least.chineseCharacters && new Set(chinese).size >= least.differentCharacters) return true;
  const words = new Set(text.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
  const letters = new Set([...words].join(''));
  return words.size >= least.words && letters.size >= least.differentLetters;
}
