import type { Role } from '@nuangong/access';
import type { ServiceName } from '@nuangong/local';
import type { Leak } from '../judge.ts';
import type { Answer } from '../send.ts';

/** What an attacker with a motive has: an account of one role, and strangers' identity numbers. */
export type Hands = {
  /** Identity numbers of people that the other county registered. */
  readonly strangers: readonly string[];
  /** Ids of households of the other county, as an old address in a browser would give them. */
  readonly strangersHouseholds: readonly string[];
  /** A valid identity number that nobody has registered yet. */
  readonly freshNumber: () => string;
  /** Sends a request as this account; the answer is judged like any other. */
  readonly ask: (document: string, to?: ServiceName | 'gateway') => Promise<Answer>;
  /** `{ … }` with every field of a type of the graph, `depth` records deep. */
  readonly everythingOf: (type: string, depth?: number) => string;
};

/** An attack by somebody who tries to get something that the system must refuse; named after the attempt. */
export type Motive = {
  readonly what: string;
  readonly role: Role;
  /** Tries it; returns leaks beyond those in the answers themselves. */
  readonly tries: (hands: Hands) => Promise<readonly Leak[]>;
};

/** An input object of GraphQL in plain text; names in `enums` are written without quotes. */
export function literal(value: unknown, enums: ReadonlySet<string> = new Set()): string {
  if (typeof value === 'string') return enums.has(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, enums)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, part]) => `${name}: ${literal(part, enums)}`);
  return `{ ${fields.join(', ')} }`;
}

/** Every id under fields of this name in an answer. */
export function idsUnder(answer: unknown, name: string): readonly string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([field, part]: [string, unknown]) => {
    const id: unknown = field === name ? Reflect.get(Object(part), 'id') : undefined;
    return [...(typeof id === 'string' ? [id] : []), ...idsUnder(part, name)];
  });
}

/** The codes of every problem in an answer. */
export function codesIn(answer: unknown): readonly string[] {
  return [...JSON.stringify(answer ?? null).matchAll(/"code":"(\w+)"/gu)].map(([, code]) => code ?? '');
}
