/** Opening and closing brackets in a document, and texts and comments, in which brackets do not count. */
const signs = /"""(?:\\"""|[\s\S])*?(?:"""|$)|"(?:\\.|[^"\\\n\r])*"?|#[^\n\r]*|[{[(]|[}\])]/g;

/**
 * The nesting depth of a document's brackets, counted until it exceeds `most`; computed without parsing, because a
 * parser recurses as deep as the brackets.
 */
export function nestingOf(document: string, most: number): number {
  let depth = 0;
  let deepest = 0;
  for (const [sign] of document.matchAll(signs)) {
    if (sign === '{' || sign === '[' || sign === '(') depth += 1;
    else if (sign === '}' || sign === ']' || sign === ')') depth -= 1;
    if (depth > deepest) deepest = depth;
    if (deepest > most) return deepest;
  }
  return deepest;
}
