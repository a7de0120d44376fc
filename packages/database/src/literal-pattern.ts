/**
 * A LIKE pattern that matches a text literally: `%` and `_` match only themselves. For Prisma's `startsWith` and
 * `contains`, which do not escape them.
 */
export function literalPattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
