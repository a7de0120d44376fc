import { refuseRequest } from '@nuangong/subgraph';
import type { ReportingContext } from '../../builder.ts';
import { findTable, type TableArguments, type TableRequest } from './table-request.ts';

/** The table that a query names; undefined if the actor has no such table. Refuses a mistaken period with a message. */
export async function readTableRequest(
  context: ReportingContext,
  given: TableArguments,
): Promise<TableRequest | undefined> {
  const found = await findTable(context.tx, context.actor, given, context.parts.clock());
  switch (found.kind) {
    case 'TABLE':
      return found.table;
    case 'NOT_FOUND':
      return undefined;
    case 'BAD_PERIOD': {
      const [first] = found.problems;
      const words = first?.message ?? { zh: '期间不明，重新选择', en: 'Choose the period again' };
      throw refuseRequest('BAD_USER_INPUT', words, context.language);
    }
  }
}
