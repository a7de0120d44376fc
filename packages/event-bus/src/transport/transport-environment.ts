import { accessSync, constants } from 'node:fs';
import { z } from 'zod';

/** Compose files and shells pass unset variables as empty ones. */
const text = z
  .string()
  .transform((given) => (given.trim() === '' ? undefined : given.trim()))
  .optional();
const blankIsUnset = (given: unknown) => (given === '' ? undefined : given);

/** The variables that decide which engine carries the events, and how to reach it. */
export const transportVariables = {
  /** `host:port,host:port`: events go through this Kafka cluster. */
  KAFKA_BROKERS: text,
  /** Before each topic's and group's name, when several installations share a cluster; `nuangong.` by default. */
  KAFKA_TOPIC_PREFIX: text,
  /** How many copies of each event the cluster keeps, for topics that are created; 1 by default. */
  KAFKA_REPLICATION_FACTOR: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).optional()),
  /** How long a silent copy of a service keeps its part of the events, in milliseconds; 10,000 by default. */
  KAFKA_SESSION_TIMEOUT_MS: z.preprocess(blankIsUnset, z.coerce.number().int().min(1_000).max(300_000).optional()),
  /** Whether brokers are reached over TLS. */
  KAFKA_TLS: z.preprocess(blankIsUnset, z.stringbool().optional()),
  /** PEM file of the authority that signed the brokers' certificates, if Node does not know it. */
  KAFKA_TLS_CA_FILE: text,
  /** PEM files of a certificate and its key, if brokers require one. */
  KAFKA_TLS_CERTIFICATE_FILE: text,
  KAFKA_TLS_KEY_FILE: text,
  KAFKA_SASL_MECHANISM: z.preprocess(blankIsUnset, z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional()),
  KAFKA_SASL_USERNAME: text,
  /** The password, or the file that holds it on one line. */
  KAFKA_SASL_PASSWORD: text,
  KAFKA_SASL_PASSWORD_FILE: text,
  /** Without Kafka: the PostgreSQL database that carries the events. */
  EVENTS_DATABASE_URL: z.preprocess(blankIsUnset, z.url().optional()),
};

const alone = z.object(transportVariables);

/** The variables of the transport after parsing. */
export type TransportEnvironment = Partial<z.output<typeof alone>>;

type Rule = {
  readonly variable: keyof typeof transportVariables;
  readonly problem: string;
  holds(given: TransportEnvironment): boolean;
};

const files = [
  'KAFKA_TLS_CA_FILE',
  'KAFKA_TLS_CERTIFICATE_FILE',
  'KAFKA_TLS_KEY_FILE',
  'KAFKA_SASL_PASSWORD_FILE',
] as const;

const rules: readonly Rule[] = [
  {
    variable: 'KAFKA_BROKERS',
    problem: 'or EVENTS_DATABASE_URL must say how events travel',
    holds: (given) => given.EVENTS_DATABASE_URL !== undefined || given.KAFKA_BROKERS !== undefined,
  },
  {
    variable: 'KAFKA_TLS',
    problem: 'must be true where certificates are named',
    holds: (given) =>
      given.KAFKA_TLS === true ||
      (given.KAFKA_TLS_CA_FILE ?? given.KAFKA_TLS_CERTIFICATE_FILE ?? given.KAFKA_TLS_KEY_FILE) === undefined,
  },
  {
    variable: 'KAFKA_TLS_KEY_FILE',
    problem: 'and KAFKA_TLS_CERTIFICATE_FILE belong together: one is missing',
    holds: (given) => (given.KAFKA_TLS_KEY_FILE === undefined) === (given.KAFKA_TLS_CERTIFICATE_FILE === undefined),
  },
  {
    variable: 'KAFKA_SASL_MECHANISM',
    problem: 'must say how the user logs in: plain, scram-sha-256 or scram-sha-512',
    holds: (given) =>
      given.KAFKA_SASL_MECHANISM !== undefined ||
      (given.KAFKA_SASL_USERNAME ?? given.KAFKA_SASL_PASSWORD ?? given.KAFKA_SASL_PASSWORD_FILE) === undefined,
  },
  {
    variable: 'KAFKA_SASL_USERNAME',
    problem: 'is missing: KAFKA_SASL_MECHANISM needs a user',
    holds: (given) => given.KAFKA_SASL_MECHANISM === undefined || given.KAFKA_SASL_USERNAME !== undefined,
  },
  {
    variable: 'KAFKA_SASL_PASSWORD',
    problem: 'or KAFKA_SASL_PASSWORD_FILE is needed by KAFKA_SASL_MECHANISM, and only one of them',
    holds: (given) =>
      given.KAFKA_SASL_MECHANISM === undefined ||
      (given.KAFKA_SASL_PASSWORD === undefined) !== (given.KAFKA_SASL_PASSWORD_FILE === undefined),
  },
  ...files.map((variable) => ({
    variable,
    problem: 'names a file that cannot be read',
    holds: (given: TransportEnvironment) => given[variable] === undefined || canRead(given[variable]),
  })),
];

function canRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Adds the rules between variables to a shape that contains `transportVariables`; all broken rules are reported
 * together.
 */
export function withTransportRules<Shape extends z.ZodType<TransportEnvironment>>(shape: Shape): Shape {
  return rules.reduce(
    (ruled, { variable, problem, holds }) =>
      // `when`: reported together with faults of single variables.
      ruled.refine(holds, { path: [variable], message: `${variable} ${problem}`, when: () => true }),
    shape,
  );
}

const environment = withTransportRules(alone);

/** Reads only the variables of the transport; throws one error that lists everything wrong with them. */
export function readTransportEnvironment(source: Readonly<Record<string, string | undefined>>): TransportEnvironment {
  const read = environment.safeParse(source);
  if (!read.success) throw new Error(`The configuration is not complete:\n${z.prettifyError(read.error)}`);
  return read.data;
}
