import { codeOf, type Actor } from '@nuangong/access';
import type { LocalDate } from '@nuangong/primitives';
import type { Transaction } from './builder.ts';

/**
 * Issues the next number of a series for the actor's organisation and year, such as 法援-510101-2026-0001. Numbers have
 * no gaps: one that is rolled back is issued again.
 */
export async function nextNumber(
  tx: Transaction,
  actor: Pick<Actor, 'scope'>,
  series: '法援' | '欠薪',
  day: LocalDate,
): Promise<string> {
  const year = Number(day.slice(0, 4));
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    insert into record_number as n (organization_path, series, year, last)
    values (${actor.scope}, ${series}, ${year}, 1)
    on conflict (organization_path, series, year) do update set last = n.last + 1 returning last`;
  const code = codeOf(actor.scope);
  return `${series}-${code}-${year}-${String(row?.last ?? 0).padStart(4, '0')}`;
}
