import type { Cell } from '../cell/cell.ts';
import { testedServices } from '../cell/tested-services.ts';
import type { Poison } from '../fault/injection.ts';
import { violation, type Violation } from './violation.ts';

/** Checks that the dead letters are the poison events, and no others, with their causes. */
export async function checkDeadLetters(cell: Cell, poison: readonly Poison[]): Promise<readonly Violation[]> {
  const found = await Promise.all(
    testedServices.map(async (group) => {
      const { rows } = await cell
        .database(group)
        .query<{ id: string | null; cause: string; type: string | null }>(
          'select event_id::text as id, cause, type from dead_letter where consumer = $1',
          [group],
        );
      const given = poison.filter(({ groups }) => groups.includes(group));
      const expected = new Set(given.map(({ eventId }) => eventId));
      const unexpected = rows.filter(({ id }) => id === null || !expected.has(id));
      const buried = new Set(rows.map(({ id }) => id));
      return [
        ...unexpected.map((letter) => violation('no event dies of a passing fault', { group, ...letter })),
        ...given
          .filter(({ eventId, certain }) => certain && !buried.has(eventId))
          .map(({ eventId }) => violation('poison is kept among the dead letters', { group, id: eventId })),
      ];
    }),
  );
  return found.flat();
}
