import type { RunSql } from '@nuangong/database';
import { fen, localDate, type LocalDate } from '@nuangong/primitives';
import type { DibaoLineInForce } from './hardship.ts';

interface LineRow {
  readonly path: string;
  readonly valid_from: string;
  readonly amount: string;
  readonly margin: string;
  readonly organization_name: string;
}

/**
 * The dibao lines in force on a day for organisations, by path: the latest confirmed line that has begun, of the
 * organisation itself or else of the nearest above it; one statement.
 */
export async function dibaoLinesInForce(
  run: RunSql,
  paths: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, DibaoLineInForce>> {
  const rows = await run<LineRow>(
    `select p.path, l.valid_from::text as valid_from, l.monthly_per_capita_fen::text as amount,
       trunc(l.margin_factor * 100)::bigint::text as margin, l.organization_name
     from unnest($1::text[]) as p(path)
     cross join lateral dibao_line_in_force(p.path, $2::date) as l`,
    [...new Set(paths)],
    on,
  );
  return new Map(
    rows.map((row) => [
      row.path,
      {
        from: localDate(row.valid_from),
        monthlyPerCapita: fen(BigInt(row.amount)),
        marginHundredths: BigInt(row.margin),
        organizationName: row.organization_name,
      },
    ]),
  );
}

/** The line in force for one organisation. */
export async function dibaoLineInForce(
  run: RunSql,
  path: string,
  on: LocalDate,
): Promise<DibaoLineInForce | undefined> {
  return (await dibaoLinesInForce(run, [path], on)).get(path);
}
