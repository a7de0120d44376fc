import { identityOf } from '@nuangong/database';
import { refuse, type Problem, type Result } from '@nuangong/primitives';
import type { IdentityContext, Transaction } from './builder.ts';

class Refused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('refused');
    this.problems = problems;
  }
}

/**
 * Carries out a command on the actor's own account in one transaction, which a refusal rolls back. It requires no
 * permission: every signed-in person may run it, even without roles until a given password is changed.
 */
export async function runOwnCommand<T>(
  context: IdentityContext,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await context.database.transaction(identityOf(context.actor), async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result.problems);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(...error.problems);
    throw error;
  }
}
