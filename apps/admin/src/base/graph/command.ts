import { request } from './client.ts';
import type { Operation } from './operation.ts';

/** One expected reason why a command was refused, in both languages, naming the input that it concerns. */
export interface Problem {
  readonly code: string;
  readonly field?: string | null;
  readonly zh: string;
  readonly en: string;
}

/** The result for one record of a command over many. */
export interface RowResult {
  readonly id: string;
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

/** The answer of every mutation: its problems (none when it was carried out) and the record under its own name. */
export interface CommandResult {
  readonly problems: readonly Problem[];
}

/**
 * Carries out one mutation with one `input` and returns the value of its only root field. Leaving or reloading the page
 * does not cancel it.
 */
export async function carryOut<Data extends Readonly<Record<string, CommandResult>>, Input>(
  operation: Operation<Data, { input: Input }>,
  input: Input,
): Promise<Data[keyof Data]> {
  const data = await request(operation, { input }, { outlivesPage: true });
  const result = Object.values(data)[0];
  if (result === undefined) throw new Error(`${operation.name} answered without its result`);
  return result as Data[keyof Data];
}
