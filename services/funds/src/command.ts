import type { Actor } from '@nuangong/access';
import type { Database } from '@nuangong/database';
import type { Keyring } from '@nuangong/sealing';
import type { FundsContext, Transaction } from './builder.ts';

/** Who acts, in which request, and when. */
export interface Command {
  readonly actor: Actor;
  readonly requestId: string;
  readonly database: Database<Transaction>;
  readonly at: Date;
}

/** A command that compares payees and therefore opens them. */
export interface OpeningCommand extends Command {
  readonly keyring: Keyring;
}

/** The command that a request carries out now. */
export function commandOf({ actor, requestId, database, parts }: FundsContext): OpeningCommand {
  return { actor, requestId, database, at: parts.clock(), keyring: parts.keyring };
}
