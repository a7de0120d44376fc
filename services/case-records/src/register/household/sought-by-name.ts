import { literalPattern } from '@nuangong/database';
import { foldedName, withNameDots } from '../person/folded-name.ts';

/**
 * Where the head's or the unit's name begins as was typed, however its dots and spaces are: alternatives of a search. A
 * search of dots and spaces alone finds no name.
 */
export function soughtByName(
  search: string,
): { soughtHead?: { startsWith: string }; soughtUnit?: { startsWith: string } }[] {
  const folded = foldedName(withNameDots(search));
  if (folded === '') return [];
  const startsWith = literalPattern(folded);
  return [{ soughtHead: { startsWith } }, { soughtUnit: { startsWith } }];
}
