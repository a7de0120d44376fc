import type { AccountAct } from '../../generated/prisma/client.ts';

/** The addition to an audit entry when a second person confirmed the act: who had requested it. */
export function wordsOfConfirmation({ outcome, id, askedByName }: AccountAct): {
  readonly act?: string;
  readonly askedBy?: string;
} {
  return outcome === 'CONFIRMED' ? { act: id, askedBy: askedByName } : {};
}
