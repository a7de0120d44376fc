/**
 * Intended breaking changes since the last release, as `service: message of graphql-js`, each with its reason: which
 * clients there are, and what happens to them. Emptied at a release, when the released graphs are copied again.
 */
export const allowedBreaks: Readonly<Record<string, string>> = {};
