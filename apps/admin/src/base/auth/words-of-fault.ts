import { GraphFault } from '../graph/fault.ts';
import type { Language } from '../i18n/language.ts';
import type { Say } from '../i18n/use-words.ts';

/** The service's own words in this language if it refuses, or what to do if it can't be reached. */
export function wordsOf(fault: unknown, say: Say, language: Language): string {
  if (!(fault instanceof GraphFault)) return say('auth.offline');
  const words = fault.words?.[language] ?? fault.message;
  if (words !== '') return words;
  return Number(fault.status) === 401 ? say('auth.refused') : say('auth.offline');
}
