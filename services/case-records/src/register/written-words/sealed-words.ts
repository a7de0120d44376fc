import { permits, type Action } from '@nuangong/access';
import type { Bilingual } from '@nuangong/primitives';
import { isSealed, type Keyring, type SealedPlace } from '@nuangong/sealing';
import type { CaseRecordsContext } from '../../builder.ts';
import { auditReading } from './read-written.ts';

/** The columns that hold texts by people about a household, by table. */
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

/** A row that holds such texts. */
export interface RowOfWords {
  readonly id: string;
  readonly organizationPath: string;
}

/** The place that a row's text is sealed for. */
export function wordsPlace<Table extends keyof WordsColumns>(
  table: Table,
  column: WordsColumns[Table],
  { id, organizationPath }: RowOfWords,
): SealedPlace {
  return { table, column, row: id, organization: organizationPath };
}

/** Seals a text by a person about a household; null and empty give null. */
export function sealWords(keyring: Keyring, words: string | null | undefined, place: SealedPlace): string | null {
  return words == null || words === '' ? null : keyring.seal(words, place);
}

/** Opens a text for use by the program; the program's own texts are stored unsealed and returned unchanged. */
export async function openWords(keyring: Keyring, words: string, place: SealedPlace): Promise<string> {
  return isSealed(words) ? keyring.open(words, place) : words;
}

/** Shown in place of a text to those who may not read it. */
export const wordsOfOthers: Bilingual = { zh: '由办理档案的岗位查看', en: 'For those who do the casework' };

/**
 * A text about a household for those whose role includes reading it, with each household read audited; others learn
 * that there is one. The program's own texts are shown to everybody who sees the record.
 *
 * @param also an action whose holders need the text for a step of their own.
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

/** The same text in the language of the request. */
export async function readWordsInLanguage(
  ...[context, householdId, words, place, also]: Parameters<typeof readWords>
): Promise<string | null> {
  return (await readWords(context, householdId, words, place, also))?.[context.language] ?? null;
}
