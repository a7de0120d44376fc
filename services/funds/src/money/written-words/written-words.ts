import type { Actor } from '@nuangong/access';
import type { Bilingual } from '@nuangong/primitives';
import { isSealed, type Keyring, type SealedPlace } from '@nuangong/sealing';
import { readsReasons } from './reads-findings.ts';

/** The columns that hold text about a household, by table. */
interface WordsColumns {
  readonly aid_grant: 'reason' | 'clause';
  readonly grant_decision: 'reason' | 'answer';
  readonly disbursement_batch: 'return_reason';
  readonly batch_answer: 'reason';
  readonly return_claim: 'reason' | 'answer' | 'date_reason';
}

/** The part of a row that its sealed text is bound to. */
export interface RowOfWords {
  readonly id: string;
  readonly organizationPath: string;
}

/** The sealed place of one row's text. */
export function wordsPlace<Table extends keyof WordsColumns>(
  table: Table,
  column: WordsColumns[Table],
  { id, organizationPath }: RowOfWords,
): SealedPlace {
  return { table, column, row: id, organization: organizationPath };
}

/** Seals text that somebody wrote; null stays null. */
export function sealWords(keyring: Keyring, words: string | null, place: SealedPlace): string | null {
  return words === null ? null : keyring.seal(words, place);
}

/** Opens text about a household; text stored before sealing was introduced is returned as it is. */
export async function openWords(keyring: Keyring, words: string, place: SealedPlace): Promise<string> {
  return isSealed(words) ? keyring.open(words, place) : words;
}

/** Shown in place of a text: that there is one, and who may read it. */
export const wordsOfOthers: Bilingual = {
  zh: '由办理档案或发放的岗位查看',
  en: 'For those who do the casework or pay',
};

/** Who reads, in which language, and the key that opens sealed text. */
interface WordsContext {
  readonly actor: Actor;
  readonly language: keyof Bilingual;
  readonly parts: { readonly keyring: Keyring };
}

/** Text about a household for those who may read it; others get `wordsOfOthers`. */
export async function readWords(
  { actor, language, parts }: WordsContext,
  words: string,
  place: SealedPlace,
): Promise<string> {
  return readsReasons(actor) ? openWords(parts.keyring, words, place) : wordsOfOthers[language];
}

/** Like `readWords`, for text that may be missing. */
export async function readWordsIfAny(
  context: WordsContext,
  words: string | null,
  place: SealedPlace,
): Promise<string | null> {
  return words === null ? null : readWords(context, words, place);
}
