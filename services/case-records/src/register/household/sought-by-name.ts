import { literalPattern } from '@nuangong/database';
import { foldedName, withNameDots } from '../person/folded-name.ts';

/**
 * Alternatives of a search: the head's or the unit's name begins with the typed text, ignoring dots and spaces. A
 * search for only dots and spaces finds nothing.
 */
export function soughtByName(
  search: string,
): { soughtHead?: { startsWith: string }; soughtUnit?: { startsWith: string } }[] {
  const folded = foldedName(withNameDots(search));
  if (folded === '') return [];
  const startsWith = literalPattern(folded);
  return [{ soughtHead: { startsWith } }, { soughtUnit: { startsWith } }];
}
