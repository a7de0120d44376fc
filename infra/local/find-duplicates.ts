import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { blindWith, featuresWith, findDuplicates as findPairs, type DuplicatePair } from '@nuangong/duplicates';
import { Explained } from './explained.ts';
import { readPeopleFile, type RowProblem } from './people-file.ts';

const mostToldRows = 50;

/**
 * `./nuangong find-duplicates FILE.csv`: prints the pairs of people who may be one person as a JSON array, the strongest
 * first, and tells on the error output by row what could not be read. Gives 0; 2 if rows were left out of the
 * comparison; a file that is no table of people is an explanation, and 1.
 */
export async function findDuplicates(
  files: readonly string[],
  output: Writable = process.stdout,
  errors: Writable = process.stderr,
): Promise<number> {
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new Explained('用法：./nuangong find-duplicates FILE.csv', 'Usage: ./nuangong find-duplicates FILE.csv');
  }
  const { people, problems } = await readPeopleFile(file);
  tell(problems, errors);
  // A key of its own for each run: nothing blinded here is kept.
  const read = featuresWith(blindWith(randomBytes(32)));
  const pairs = findPairs(people.map(read));
  await print(pairs, output);
  const counts = (['strong', 'medium', 'weak'] as const).map(
    (one) => pairs.filter(({ strength }) => strength === one).length,
  );
  const [strong = 0, medium = 0, weak = 0] = counts;
  errors.write(
    `比对 ${people.length} 人：强 ${strong} 对，中 ${medium} 对，弱 ${weak} 对 · ` +
      `${people.length} people compared: ${strong} strong pairs, ${medium} medium, ${weak} weak\n`,
  );
  return problems.some(({ leftOut }) => leftOut) ? 2 : 0;
}

function tell(problems: readonly RowProblem[], errors: Writable): void {
  const told = problems.toSorted((one, other) => Number(other.leftOut) - Number(one.leftOut) || one.row - other.row);
  for (const { row, zh, en } of told.slice(0, mostToldRows)) {
    errors.write(`第 ${row} 行：${zh} · row ${row}: ${en}\n`);
  }
  const rest = told.length - mostToldRows;
  if (rest > 0) errors.write(`另有 ${rest} 行 · and ${rest} more rows\n`);
}

/** A pair a line, so that a long list can be read and cut. */
async function print(pairs: readonly DuplicatePair[], output: Writable): Promise<void> {
  if (pairs.length === 0) {
    output.write('[]\n');
    return;
  }
  for (const [at, pair] of pairs.entries()) {
    const text = `${at === 0 ? '[' : ' '}${JSON.stringify(pair)}${at === pairs.length - 1 ? ']' : ','}\n`;
    if (!output.write(text)) await once(output, 'drain');
  }
}
