import type { Actor } from '@nuangong/access';
import type { Bilingual } from '@nuangong/primitives';
import { isSealed, type Keyring, type SealedPlace } from '@nuangong/sealing';
import { readsReasons } from '../disbursement/reads-findings.ts';

/** Where words about a household stand: each column that holds them, by its table. */
interface WordsColumns {
  readonly aid_grant: 'reason' | 'clause';
  readonly grant_decision: 'reason' | 'answer';
}

/** Where one row's words belong. */
export function wordsPlace<Table extends keyof WordsColumns>(
  table: Table,
  column: WordsColumns[Table],
  { id, organizationPath }: { readonly id: string; readonly organizationPath: string },
): SealedPlace {
  return { table, column, row: id, organization: organizationPath };
}

/** Opens what is written of a household; what was written before it was sealed is as it stands. */
export async function openWords(keyring: Keyring, words: string, place: SealedPlace): Promise<string> {
  return isSealed(words) ? keyring.open(words, place) : words;
}

/** Says that there are words and whose they are to read. */
export const wordsOfOthers: Bilingual = { zh: '由办理档案或发放的岗位查看', en: 'For those who do the casework or pay' };

/** Words about a household for those who may read them; others are told that there are some. */
export async function readWords(
  { actor, language, parts }: { readonly actor: Actor; readonly language: keyof Bilingual; readonly parts: { readonly keyring: Keyring } },
  words: string,
  place: SealedPlace,
): Promise<string> {
  return readsReasons(actor) ? openWords(parts.keyring, words, place) : wordsOfOthers[language];
}

/** Plain words of the bank or of a batch, for those who may read why somebody is paid. */
export function readPlainWords(
  { actor, language }: { readonly actor: Actor; readonly language: keyof Bilingual },
  words: string | null,
): string | null {
  return words === null || readsReasons(actor) ? words : wordsOfOthers[language];
}
