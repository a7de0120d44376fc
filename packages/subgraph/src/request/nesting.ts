/** What opens and closes in a document, beside texts and comments, which may hold any sign. */
const signs = /"""(?:\\"""|[\s\S])*?(?:"""|$)|"(?:\\.|[^"\\\n\r])*"?|#[^\n\r]*|[{[(]|[}\])]/g;

/**
 * How deep a document's brackets lie within each other, until there are more than `most`; told without parsing it, since
 * a parser goes as deep as they do.
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
