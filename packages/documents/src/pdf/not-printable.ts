import { problem, type Bilingual, type Problem } from '@nuangong/primitives';

/** Why a paper is not printed: no font has these characters. `instead` says what to do if they are right. */
export function notPrintable(characters: readonly string[], instead: Bilingual): Problem {
  const which = characters.join('');
  return problem('CHARACTER_NOT_PRINTABLE', {
    zh: `打印字体里没有“${which}”字。核对这个字是否录错；确实是这个字的，${instead.zh}`,
    en: `No font here has “${which}”. Check whether the character is right; if it is, ${instead.en}.`,
  });
}
