/** A promise that was broken, in words, with what shows it. */
export type Violation = { readonly promise: string; readonly found: string };

export const violation = (promise: string, found: unknown): Violation => ({
  promise,
  found:
    typeof found === 'string'
      ? found
      : JSON.stringify(found, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
});
