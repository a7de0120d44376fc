/**
 * One operation on the graph: its text, and the types of its answer and its variables (which exist for the compiler
 * only).
 */
export interface Operation<Data, Variables> {
  readonly name: string;
  readonly text: string;
  readonly types?: (variables: Variables) => Data;
}

/** Names one operation; called by the generated files only. */
export function operation<Data, Variables>(name: string, text: string): Operation<Data, Variables> {
  return { name, text };
}
