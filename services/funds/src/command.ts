import type { Actor } from '@nuangong/access';
import type { Database } from '@nuangong/database';
import type { Keyring } from '@nuangong/sealing';
import type { FundsContext, Transaction } from './builder.ts';

/** Who commands, in which request, at which moment. */
export interface Command {
  readonly actor: Actor;
  readonly requestId: string;
  readonly database: Database<Transaction>;
  readonly at: Date;
}

/** A command that compares payees, and so opens them. */
export interface OpeningCommand extends Command {
  readonly keyring: Keyring;
}

/** The command that a request makes now. */
export function commandOf({ actor, requestId, database, parts }: FundsContext): OpeningCommand {
  return { actor, requestId, database, at: parts.clock(), keyring: parts.keyring };
}
