import type { Transaction } from '../../builder.ts';
import type { Command } from '../../command.ts';

/** Money has come into a book: commits the grants that wait for it in the order of their approval. Gives how many. */
export async function commitWaitingGrants(
  tx: Transaction,
  command: Pick<Command, 'at' | 'requestId'>,
  book: string,
): Promise<number> {
  const [row] = await tx.$queryRaw<readonly { grants: number }[]>`
    select commit_waiting_grants(${book}, ${command.at}::timestamptz, ${command.requestId}) as grants`;
  return row?.grants ?? 0;
}
