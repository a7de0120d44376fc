/** A broken promise, in words, with the evidence. */
export type Violation = { readonly promise: string; readonly found: string };

export const violation = (promise: string, found: unknown): Violation => ({
  promise,
  found:
    typeof found === 'string'
      ? found
      : JSON.stringify(found, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
});
