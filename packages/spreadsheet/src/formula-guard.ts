/** Text that a spreadsheet program may interpret as a formula when it is typed or read from a text file. */
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A signed number or a single dash computes nothing. */
const HARMLESS = /^[+\-＋－]?(\d[\d,]*(\.\d+)?%?)?$/;

/**
 * Adds an apostrophe in front of text that looks like a formula (=, +, -, @, also in full width, tab, line end), so
 * that no program computes it.
 */
export function guardFormula(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** Removes the apostrophe that `guardFormula` added. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && LOOKS_LIKE_FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
