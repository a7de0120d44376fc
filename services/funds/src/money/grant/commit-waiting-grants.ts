import type { Transaction } from '../../builder.ts';
import type { Command } from '../../command.ts';

/**
 * Commits the grants of a book that wait for money, in the order of their approval; called when money has come in.
 * Returns how many.
 */
export async function commitWaitingGrants(
  tx: Transaction,
  command: Pick<Command, 'at' | 'requestId'>,
  book: string,
): Promise<number> {
  const [row] = await tx.$queryRaw<readonly { grants: number }[]>`
    select commit_waiting_grants(${book}, ${command.at}::timestamptz, ${command.requestId}) as grants`;
  return row?.grants ?? 0;
}
