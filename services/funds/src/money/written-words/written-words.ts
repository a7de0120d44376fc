import type { Actor } from '@nuangong/access';
import type { Bilingual } from '@nuangong/primitives';
import { isSealed, type Keyring, type SealedPlace } from '@nuangong/sealing';
import { readsReasons } from './reads-findings.ts';

/** Where words about a household stand: each column that holds them, by its table. */
interface WordsColumns {
  readonly aid_grant: 'reason' | 'clause';
  readonly grant_decision: 'reason' | 'answer';
  readonly disbursement_batch: 'return_reason';
  readonly batch_answer: 'reason';
  readonly return_claim: 'reason' | 'answer' | 'date_reason';
}

/** A row that holds words, as far as they are bound to it. */
export interface RowOfWords {
  readonly id: string;
  readonly organizationPath: string;
}

/** Where one row's words belong. */
export function wordsPlace<Table extends keyof WordsColumns>(
  table: Table,
  column: WordsColumns[Table],
  { id, organizationPath }: RowOfWords,
): SealedPlace {
  return { table, column, row: id, organization: organizationPath };
}

/** Seals what somebody may have written; null stays null. */
export function sealWords(keyring: Keyring, words: string | null, place: SealedPlace): string | null {
  return words === null ? null : keyring.seal(words, place);
}

/** Opens what is written of a household; what was written before it was sealed is as it stands. */
export async function openWords(keyring: Keyring, words: string, place: SealedPlace): Promise<string> {
  return isSealed(words) ? keyring.open(words, place) : words;
}

/** Says that there are words and whose they are to read. */
export const wordsOfOthers: Bilingual = {
  zh: '由办理档案或发放的岗位查看',
  en: 'For those who do the casework or pay',
};

/** Who asks in which language, with what opens sealed words. */
interface WordsContext {
  readonly actor: Actor;
  readonly language: keyof Bilingual;
  readonly parts: { readonly keyring: Keyring };
}

/** Words about a household for those who may read them; others are told that there are some. */
export async function readWords(
  { actor, language, parts }: WordsContext,
  words: string,
  place: SealedPlace,
): Promise<string> {
  return readsReasons(actor) ? openWords(parts.keyring, words, place) : wordsOfOthers[language];
}

/** The same of words that may not have been written. */
export async function readWordsIfAny(
  context: WordsContext,
  words: string | null,
  place: SealedPlace,
): Promise<string | null> {
  return words === null ? null : readWords(context, words, place);
}
