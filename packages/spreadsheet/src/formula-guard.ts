/** What a spreadsheet program may take for a formula when the text is typed or read from a text file. */
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A signed number or a lone dash computes nothing. */
const HARMLESS = /^[+\-＋－]?(\d[\d,]*(\.\d+)?%?)?$/;

/** Text with an apostrophe before what looks like a formula (=, +, -, @, also in full width, tab, line end), so that no program computes it. */
export function guardFormula(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** Text without the apostrophe that `guardFormula` put before it. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && LOOKS_LIKE_FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
