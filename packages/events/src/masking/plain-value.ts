/** What stands in the place of a value that is not shown. */
export const mask = '***';

const shapes: readonly RegExp[] = [
  // A record's id, a date, a moment.
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu,
  /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,15}(?:Z|[+-]\d{2}:\d{2}))?$/u,
  // An amount or a number; eleven digits and more are telephones, accounts and identity numbers.
  /^-?\d{1,10}(?:\.\d{1,6})?$/u,
  // A word of a list (`MAJOR_ILLNESS`), the codes of an organisation and of all above it.
  /^[A-Z]{2,}(?:_[A-Z]+)*$/u,
  /^(?:\d{1,9}\/){1,8}$/u,
];

/** Beyond this a whole number may be a telephone or an account. */
const mostNumber = 10_000_000_000;

/** The value where its shape tells that it names nobody (an id, a date, a number, a word of a list); else the mask. */
export function plainOrMasked(value: string | number | boolean | null): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Math.abs(value) < mostNumber ? value : mask;
  return shapes.some((shape) => shape.test(value)) ? value : mask;
}

/** Whether a property's name can be shown: a name of a field, not a text that somebody put there. */
export function isFieldName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]{0,39}$/u.test(name);
}
