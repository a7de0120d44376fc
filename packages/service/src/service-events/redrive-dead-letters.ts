import { permits } from '@nuangong/access';
import { identityOf, recordAudit, setIdentity } from '@nuangong/database';
import { describeError } from '@nuangong/event-bus';
import { maskEnvelope } from '@nuangong/events';
import { problem, refuse, ok, type Problem, type Result } from '@nuangong/primitives';
import { forbidden, notFound, type RedrivenLetter, type RequestContext } from '@nuangong/subgraph';
import type { TransactionClient } from '../transaction-client.ts';
import {
  deadLetterRecord,
  findLetters,
  listLetters,
  oldestAlike,
  type KeptLetter,
  type LetterFilter,
} from './dead-letter.ts';

/** The most letters of one command. */
export const mostLetters = 200;

/** The result for one dead letter. */
export interface RedrivenRow {
  readonly id: string;
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

/** The result of a batch, and how many similar letters still wait. */
export interface RedrivenBatch {
  readonly rows: readonly RedrivenRow[];
  readonly remaining: number;
}

type Context = Pick<RequestContext<TransactionClient>, 'actor' | 'requestId' | 'tx' | 'events'>;

const noLetter = () => notFound({ zh: '未能处理的事件', en: 'dead letter' });

const failedAgain = (cause: string) =>
  problem('FAILED_AGAIN', { zh: `仍处理不了：${cause}`, en: `It still could not be processed: ${cause}` });

const notReached = (cause: string) =>
  problem('NOT_REACHED', {
    zh: `数据库没有应答，没有处理，稍后再办（${cause}）`,
    en: `The database did not answer and nothing was changed. Try again later (${cause}).`,
  });

const nothingNamed = () =>
  problem('NOTHING_NAMED', {
    zh: '选定事件类型或原因后再办理',
    en: 'Choose an event type or a cause first.',
  });

/**
 * Handles dead letters again, each one separately and audited; letters outside the reader's scope look like missing
 * ones.
 */
export async function redriveDeadLetters(context: Context, ids: readonly string[]): Promise<Result<RedrivenBatch>> {
  if (!permits(context.actor.roles, 'dead-letter.replay')) return refuse(forbidden());
  const asked = [...new Set(ids)].slice(0, mostLetters);
  return ok({ rows: await redriveEach(context, asked), remaining: 0 });
}

/** Handles the dead letters of a type or of a cause again: those that have waited longest, one batch per call. */
export async function redriveDeadLettersAlike(
  context: Context,
  filter: Pick<LetterFilter, 'type' | 'cause'>,
): Promise<Result<RedrivenBatch>> {
  const { actor, tx } = context;
  if (!permits(actor.roles, 'dead-letter.replay')) return refuse(forbidden());
  if (!filter.type && !filter.cause) return refuse(nothingNamed());
  const rows = await redriveEach(context, await oldestAlike(tx, actor.scope, filter, mostLetters));
  const { total } = await listLetters(tx, actor.scope, filter, { skip: 0, take: 0 });
  return ok({ rows, remaining: total });
}

async function redriveEach(context: Context, ids: readonly string[]): Promise<readonly RedrivenRow[]> {
  const letters = new Map(
    (await findLetters(context.tx, context.actor.scope, ids)).map((letter) => [letter.id, letter]),
  );
  const rows: RedrivenRow[] = [];
  let unreachable: Problem | undefined;
  for (const id of ids) {
    const letter = letters.get(id);
    if (letter === undefined) rows.push(refusedRow(id, noLetter()));
    else if (unreachable !== undefined) rows.push(refusedRow(id, unreachable));
    else {
      const row = await redriveOne(context, letter);
      rows.push(row);
      unreachable = row.problems.find(({ code }) => code === 'NOT_REACHED');
    }
  }
  return rows;
}

const refusedRow = (id: string, why: Problem): RedrivenRow => ({ id, ok: false, problems: [why] });

async function redriveOne(context: Context, letter: KeptLetter): Promise<RedrivenRow> {
  const { id } = letter;
  try {
    const [redriven] = await context.events.redrive([id], (tx, outcome) => audit(context, tx, letter, outcome));
    if (redriven === undefined || redriven.outcome === 'NOT_FOUND') return refusedRow(id, noLetter());
    if (redriven.outcome === 'HANDLED') return { id, ok: true, problems: [] };
    return refusedRow(id, failedAgain(redriven.cause ?? ''));
  } catch (error) {
    return refusedRow(id, notReached(describeError(error)));
  }
}

/** In the transaction of the effect: who had which event handled again, and the result. */
async function audit(
  { actor, requestId }: Context,
  tx: TransactionClient,
  letter: KeptLetter,
  { outcome, cause }: RedrivenLetter,
): Promise<void> {
  const { type, id: eventId } = maskEnvelope(letter.envelope) as { readonly type?: unknown; readonly id?: unknown };
  const execute = (sql: string, ...parameters: readonly unknown[]) => tx.$queryRawUnsafe(sql, ...parameters);
  await setIdentity(tx, identityOf(actor));
  await recordAudit(async (...statement) => execute(...statement), { actor, requestId }, [
    {
      action: 'dead-letter.replay',
      recordType: deadLetterRecord,
      recordId: letter.id,
      before: { type, eventId, cause: letter.cause, attempts: letter.attempts },
      after: { outcome, ...(cause === undefined ? {} : { cause }) },
    },
  ]);
}
