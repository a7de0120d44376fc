import type { z } from 'zod';

/** The services that publish events. Each owns the one topic named after it; no other service publishes there. */
export const allTopics = ['identity', 'case-records', 'funds', 'employment-legal'] as const;
export type Topic = (typeof allTopics)[number];

/** The contract of one kind of event: its name, its version, its data, and the entity whose order it keeps. */
export type EventContract<
  Name extends string = string,
  Version extends number = number,
  Schema extends z.ZodObject = z.ZodObject,
> = {
  readonly name: Name;
  readonly version: Version;
  /** The CloudEvents type, `nuangong.<name>.v<version>`. */
  readonly type: `nuangong.${Name}.v${Version}`;
  readonly topic: Topic;
  /** One sentence for the catalogue: what has happened when this event is published. */
  readonly summary: string;
  readonly schema: Schema;
  /** The id of the entity whose events keep their order. A method, so that any contract is an EventContract. */
  key(data: z.output<Schema>): string;
  readonly example: z.output<Schema>;
};

/** Declares an event type. `example` is data as services hold it (money as bigint fen). */
export function defineEvent<const Name extends string, const Version extends number, Schema extends z.ZodObject>(
  contract: Omit<EventContract<Name, Version, Schema>, 'type'>,
): EventContract<Name, Version, Schema> {
  return { ...contract, type: `nuangong.${contract.name}.v${contract.version}` };
}
