/**
 * Breaking changes since the last release that are meant, as `service: words of graphql-js`, each with its reason: which
 * clients there are, and what became of them. Emptied at a release, when the released graphs are copied anew.
 */
export const allowedBreaks: Readonly<Record<string, string>> = {};
