/**
 * A text as a LIKE pattern takes it for itself: `%` and `_` find only themselves. For Prisma's `startsWith` and
 * `contains`, which hand them on as they are.
 */
export function literalPattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
