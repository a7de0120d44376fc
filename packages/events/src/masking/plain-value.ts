/** Replaces a value that is not shown. */
export const mask = '***';

const shapes: readonly RegExp[] = [
  // A record's id, a date, a moment.
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu,
  /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,15}(?:Z|[+-]\d{2}:\d{2}))?$/u,
  // An amount or a number; eleven digits or more are telephones, accounts and identity numbers.
  /^-?\d{1,10}(?:\.\d{1,6})?$/u,
  // An enumeration value (`MAJOR_ILLNESS`), the codes of an organisation and of all above it.
  /^[A-Z]{2,}(?:_[A-Z]+)*$/u,
  /^(?:\d{1,9}\/){1,8}$/u,
];

/** A larger whole number may be a telephone or an account. */
const mostNumber = 10_000_000_000;

/** The value if its shape rules out personal data (an id, a date, a number, an enumeration value); else the mask. */
export function plainOrMasked(value: string | number | boolean | null): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Math.abs(value) < mostNumber ? value : mask;
  return shapes.some((shape) => shape.test(value)) ? value : mask;
}

/** Whether a property's name may be shown: it looks like a field name, not like a text that somebody wrote. */
export function isFieldName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]{0,39}$/u.test(name);
}
