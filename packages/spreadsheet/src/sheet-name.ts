/** The most UTF-16 units that Excel takes as the name of a sheet. */
const longest = 31;

/** The name of a title's sheet: without the characters that Excel refuses there, at most 31 long, never blank. */
export function nameForSheet(title: string): string {
  const plain = title
    .replace(/[\\/?*[\]:\p{Cc}\p{Cs}]+/gu, ' ')
    .replace(/^['\s]+|['\s]+$/gu, '')
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .replace(/['\s]+$/u, '');
  if (plain === '') return '表';
  return /^history$/iu.test(plain) ? `${plain}表` : plain;
}
