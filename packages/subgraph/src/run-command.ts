import { permits, type Action, type Actor } from '@nuangong/access';
import { databaseErrorOf, identityOf, type Database } from '@nuangong/database';
import { refuse, type Problem, type Result } from '@nuangong/primitives';
import { changedMeanwhile, forbidden, organizationNotKnown } from './common-problems.ts';

export interface CommandOptions {
  readonly action: Action;
  /** The problems for the database's own refusals, by the constraint's exact name. */
  readonly constraints?: Readonly<Record<string, () => Problem>>;
}

/**
 * Runs one command: checks the permission, does the work in one transaction under row-level security, commits if the
 * result is ok and rolls everything back if it is a refusal. Constraints that the command lists become problems; a lost
 * race (serialisation, deadlock) becomes CHANGED_MEANWHILE; any other error is unexpected and thrown.
 */
export async function runCommand<Tx, T>(
  context: { readonly actor: Actor; readonly database: Database<Tx> },
  options: CommandOptions,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (context.actor.kind === 'STAFF' && !permits(context.actor.roles, options.action)) return refuse(forbidden());
  try {
    return await context.database.transaction(identityOf(context.actor), async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return error.result;
    const refused = problemOf(error, options.constraints ?? {});
    if (refused !== undefined) return refuse(refused);
    throw error;
  }
}

class Refused extends Error {
  readonly result: Result<never>;

  constructor(result: { readonly ok: false; readonly problems: readonly Problem[] }) {
    super('refused');
    this.result = result;
  }
}

const lostRaces = new Set(['40001', '40P01']);

function problemOf(thrown: unknown, constraints: Readonly<Record<string, () => Problem>>): Problem | undefined {
  const error = databaseErrorOf(thrown);
  if (error === undefined) return undefined;
  const named: typeof constraints = { organization_is_known: organizationNotKnown, ...constraints };
  const broken = Object.keys(named).find((name) => error.constraints.has(name));
  if (broken !== undefined) return named[broken]?.();
  return lostRaces.has(error.code) ? changedMeanwhile() : undefined;
}
