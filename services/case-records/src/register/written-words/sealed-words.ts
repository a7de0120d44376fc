import { permits, type Action } from '@nuangong/access';
import type { Bilingual } from '@nuangong/primitives';
import { isSealed, type Keyring, type SealedPlace } from '@nuangong/sealing';
import type { CaseRecordsContext } from '../../builder.ts';
import { auditReading } from './read-written.ts';

/** Where somebody's words about a household stand: each column that holds them, by its table. */
interface WordsColumns {
  readonly household_version: 'why';
  readonly household_move: 'why' | 'moved_on_reason';
  readonly person_correction: 'why' | 'opinion';
  readonly same_person_answer: 'why';
  readonly case_file_step: 'opinion' | 'date_reason';
  readonly file_proposal: 'decision_opinion' | 'date_reason';
  readonly objection: 'raised_by' | 'text' | 'finding';
  readonly visit: 'brought' | 'date_reason';
  readonly roster_row: 'decided_why';
  readonly aid_application: 'opinion';
  readonly application_step: 'opinion';
}

/** A row that holds words. */
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

/** Seals what somebody wrote about a household; null and nothing stay null. */
export function sealWords(keyring: Keyring, words: string | null | undefined, place: SealedPlace): string | null {
  return words == null || words === '' ? null : keyring.seal(words, place);
}

/** Opens what somebody wrote, for the program: the program's own words are as they stand. */
export async function openWords(keyring: Keyring, words: string, place: SealedPlace): Promise<string> {
  return isSealed(words) ? keyring.open(words, place) : words;
}

/** Says that there are words and whose they are to read. */
export const wordsOfOthers: Bilingual = { zh: '由办理档案的岗位查看', en: 'For those who do the casework' };

/**
 * Somebody's words about a household, for those whose role includes reading them, each household read being audited;
 * others are told that there are some. The program's own words are told to everybody who sees the record.
 *
 * @param also the action of those who need these words for a step of their own.
 */
export async function readWords(
  context: CaseRecordsContext,
  householdId: string,
  words: string | null,
  place: SealedPlace,
  also: Action = 'health.read',
): Promise<Bilingual | null> {
  if (words === null) return null;
  if (!isSealed(words)) return { zh: words, en: words };
  const { roles } = context.actor;
  if (!permits(roles, 'health.read') && !permits(roles, also)) return wordsOfOthers;
  await auditReading(context, householdId);
  const opened = await context.parts.keyring.open(words, place);
  return { zh: opened, en: opened };
}

/** The same in the language of the request. */
export async function readWordsInLanguage(
  ...[context, householdId, words, place, also]: Parameters<typeof readWords>
): Promise<string | null> {
  return (await readWords(context, householdId, words, place, also))?.[context.language] ?? null;
}
