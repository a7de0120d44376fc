import type { AccountAct } from '../../generated/prisma/client.ts';

/** What an entry of the audit log adds where an act was carried out on a second person's word: who had asked for it. */
export function wordsOfConfirmation({ outcome, id, askedByName }: AccountAct): {
  readonly act?: string;
  readonly askedBy?: string;
} {
  return outcome === 'CONFIRMED' ? { act: id, askedBy: askedByName } : {};
}
