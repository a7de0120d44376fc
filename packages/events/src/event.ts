import { z } from 'zod';
import { contracts, type AnyContract, type EventType } from './contracts.ts';
import type { EventContract } from './define-event.ts';
import { instant } from './fields.ts';
import { isFieldName, mask } from './masking/plain-value.ts';

/** An event on the wire: CloudEvents 1.0 in JSON, with the extension attributes that every service needs. */
export const eventEnvelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  type: z.string().min(1),
  source: z.string().min(1),
  subject: z.string().min(1),
  time: instant,
  datacontenttype: z.literal('application/json'),
  organizationpath: z.string().regex(/^([^/]+\/)+$/u),
  requestid: z.string().min(1),
  actor: z.string().min(1),
  data: z.record(z.string(), z.json()),
});

export type EventEnvelope = z.output<typeof eventEnvelope>;

/** Who caused an event, where and when. `actor` is a staff id, or the name of the service acting on its own. */
export type EventCircumstances = {
  /** A UUID, version 7 by preference: see `newEventId`. */
  readonly id: string;
  readonly time: Date;
  readonly organizationPath: string;
  readonly actor: string;
  readonly requestId: string;
};

/** An event as a handler receives it: data with money as bigint fen, names in the services' own style. */
export type EventOf<Contract extends EventContract> = Contract extends EventContract
  ? {
      readonly id: string;
      readonly type: Contract['type'];
      readonly source: string;
      readonly key: string;
      readonly time: Date;
      readonly organizationPath: string;
      readonly actor: string;
      readonly requestId: string;
      readonly data: z.output<Contract['schema']>;
    }
  : never;

/** Any event of the catalogue, discriminated by its type. */
export type AnyEvent = EventOf<AnyContract>;
/** The event of one CloudEvents type. */
export type EventOfType<Type extends EventType> = EventOf<Extract<AnyContract, { readonly type: Type }>>;

/** The data that `makeEvent` takes for a contract. */
export type EventData<Contract extends EventContract> = z.output<Contract['schema']>;

/** Why an event cannot be read. Reading it again gives the same result, so it is never retried. */
export class UnreadableEvent extends Error {
  readonly reason: 'NOT_AN_ENVELOPE' | 'UNKNOWN_TYPE' | 'UNKNOWN_VERSION' | 'DATA_BREAKS_CONTRACT';

  constructor(reason: UnreadableEvent['reason'], message: string) {
    super(message);
    this.name = 'UnreadableEvent';
    this.reason = reason;
  }
}

const contractsByType: ReadonlyMap<string, AnyContract> = new Map(
  Object.values(contracts).map((contract) => [contract.type, contract]),
);

/** The contract of a CloudEvents type, if the catalogue knows it. */
export function findContract(type: string): AnyContract | undefined {
  return contractsByType.get(type);
}

/** Puts data into an envelope after validating it against its contract. Throws a ZodError if the data breaks it. */
export function makeEvent<Contract extends EventContract>(
  contract: Contract,
  data: EventData<Contract>,
  circumstances: EventCircumstances,
): EventEnvelope {
  return eventEnvelope.parse({
    specversion: '1.0',
    id: circumstances.id,
    type: contract.type,
    source: contract.topic,
    subject: contract.key(data),
    time: circumstances.time.toISOString(),
    datacontenttype: 'application/json',
    organizationpath: circumstances.organizationPath,
    requestid: circumstances.requestId,
    actor: circumstances.actor,
    data: z.encode(contract.schema, data),
  });
}

/** Reads an event from the wire by its contract. Throws UnreadableEvent with the reason. */
export function readEvent(envelope: unknown): AnyEvent {
  const outer = eventEnvelope.safeParse(envelope);
  if (!outer.success) {
    throw new UnreadableEvent('NOT_AN_ENVELOPE', `Not a CloudEvents envelope: ${issuesInWords(outer.error)}`);
  }
  const contract = findContract(outer.data.type);
  if (!contract) {
    throw unknownContract(outer.data.type);
  }
  const data = contract.schema.safeParse(outer.data.data);
  if (!data.success) {
    throw new UnreadableEvent(
      'DATA_BREAKS_CONTRACT',
      `The data of event ${outer.data.id} breaks ${contract.type}: ${issuesInWords(data.error)}`,
    );
  }
  return {
    id: outer.data.id,
    type: contract.type,
    source: outer.data.source,
    key: outer.data.subject,
    time: new Date(outer.data.time),
    organizationPath: outer.data.organizationpath,
    actor: outer.data.actor,
    requestId: outer.data.requestid,
    data: data.data,
  } as AnyEvent;
}

/**
 * The faults of data against a schema, as `path: what was expected`; never with the value itself, nor with a property
 * name that no schema contains, because both may be personal data.
 */
function issuesInWords(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => {
      const place = path.map((step) => (typeof step === 'number' || isFieldName(String(step)) ? String(step) : mask));
      return `${place.join('.')}: ${message}`;
    })
    .join('; ');
}

function unknownContract(given: string): UnreadableEvent {
  const type = /^nuangong\.[a-z-]{1,60}\.v\d{1,3}$/u.test(given) ? given : mask;
  const name = type.replace(/\.v\d+$/u, '');
  const known = [...contractsByType.keys()].filter((each) => each.startsWith(`${name}.v`));
  return known.length > 0
    ? new UnreadableEvent('UNKNOWN_VERSION', `No contract for ${type}: the catalogue knows ${known.join(', ')}`)
    : new UnreadableEvent('UNKNOWN_TYPE', `No contract for ${type}: the catalogue has no event of this name`);
}
