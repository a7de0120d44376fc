import type { Actor } from '@nuangong/access';
import type { Database } from '@nuangong/database';
import type { Transaction } from './builder.ts';

/** Who commands, in which request, at which moment. */
export interface Command {
  readonly actor: Actor;
  readonly requestId: string;
  readonly database: Database<Transaction>;
  readonly at: Date;
}

/** The command that a request makes now. */
export function commandOf(context: Omit<Command, 'at'>): Command {
  const { actor, requestId, database } = context;
  return { actor, requestId, database, at: new Date() };
}
