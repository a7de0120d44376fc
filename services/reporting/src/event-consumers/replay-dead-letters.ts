import { permits } from '@nuangong/access';
import { problem, type Problem } from '@nuangong/primitives';
import { forbidden, notFound } from '@nuangong/subgraph';
import type { ReportingContext } from '../builder.ts';
import { letterWithin } from './list-dead-letters.ts';

/** What became of one dead letter. */
export interface ReplayedRow {
  readonly id: string;
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

const noLetter = () => notFound({ zh: '未处理的事件', en: 'dead letter' });

/** Handles dead letters once more, each by itself; a stranger’s letter looks like a missing one. */
export async function replayDeadLetters(
  context: ReportingContext,
  ids: readonly string[],
): Promise<readonly ReplayedRow[]> {
  const refused = (id: string, why: Problem): ReplayedRow => ({ id, ok: false, problems: [why] });
  if (!permits(context.actor.roles, 'dead-letter.replay')) return ids.map((id) => refused(id, forbidden()));
  const numbers = ids.filter((id) => /^\d{1,18}$/.test(id));
  const visible = await context.tx.$queryRaw<readonly { id: string }[]>`
    select id::text as id from dead_letter where id = any(${numbers}::text[]::bigint[])
      and ${letterWithin(context.actor.scope)}`;
  const known = new Set(visible.map(({ id }) => id));
  const replayed = await context.parts.replayDeadLetters([...known]);
  const outcomes = new Map(replayed.map((each) => [each.id, each]));
  return ids.map((id) => {
    const outcome = outcomes.get(id);
    if (outcome === undefined || outcome.outcome === 'NOT_FOUND') return refused(id, noLetter());
    if (outcome.outcome === 'HANDLED') return { id, ok: true, problems: [] };
    const cause = outcome.cause ?? '';
    return refused(
      id,
      problem('FAILED_AGAIN', { zh: `仍处理不了：${cause}`, en: `It could still not be handled: ${cause}` }),
    );
  });
}
