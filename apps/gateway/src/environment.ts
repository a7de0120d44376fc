import { z } from 'zod';
import { gatewayLimits } from '@nuangong/subgraph';

const addresses = z
  .string()
  .default('{}')
  .transform((text) => JSON.parse(text) as unknown)
  .pipe(z.record(z.string(), z.url()));

const count = z.coerce.number().int().positive();
const rate = z.coerce.number().int().min(0);

const shape = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** The file of the composed schema to serve. */
  SUPERGRAPH_FILE: z.string(),
  /** Addresses of subgraphs by name, if they differ from those in the supergraph. */
  SUBGRAPH_URLS: addresses,
  /** Addresses of services by name, for sign-in and files. */
  SERVICE_URLS: addresses,
  /** How long a subgraph may take for its part of an answer, and for a command. */
  SUBGRAPH_WITHIN_MS: count.default(30_000),
  COMMAND_WITHIN_MS: count.default(120_000),
  /** How long a service may take to begin its answer to an upload or a download. */
  FILES_WITHIN_MS: count.default(120_000),
  /** How long a subgraph may take to say that it is ready. */
  READY_WITHIN_MS: count.default(1_500),
  CONSOLE_DIRECTORY: z.string().optional(),
  /** `required`: only with a valid token. `none`: for a public test suite. */
  AUTHENTICATION: z.enum(['required', 'none']).default('required'),
  JWKS_URL: z.url().optional(),
  /** 32 bytes, base64, shared with the services, which refuse requests without a proof of it. */
  GATEWAY_KEY: z.string(),
  /** The list of admitted operations, the console's own; without it any well-formed query is admitted. */
  OPERATIONS_FILE: z.string().optional(),
  INTROSPECTION: z.stringbool().default(false),
  PUBLIC_ORIGIN: z.string().default(''),
  /** How large a query may be: levels, aliases, fields at the top, tokens, estimated records. */
  MOST_DEPTH: count.default(gatewayLimits.depth),
  MOST_ALIASES: count.default(gatewayLimits.aliases),
  MOST_ROOT_FIELDS: count.default(gatewayLimits.rootFields),
  MOST_TOKENS: count.default(gatewayLimits.tokens),
  MOST_ROWS: count.default(gatewayLimits.rows),
  /** Proxies trusted to give the client's address: addresses or networks, separated by commas. */
  TRUSTED_PROXIES: z.string().optional(),
  /** Requests a minute; 0 means no limit. An office of fifty people shares one address. */
  RATE_PER_ADDRESS: rate.default(6_000),
  RATE_PER_ACCOUNT: rate.default(1_200),
  /** Attempts a minute to sign in, or to set a password, from one address. */
  RATE_OF_SIGN_IN: rate.default(30),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type GatewayEnvironment = z.output<typeof shape>;

/** Reads the environment; throws one error that lists everything wrong with it. */
export function readGatewayEnvironment(source: Readonly<Record<string, string | undefined>>): GatewayEnvironment {
  const read = shape.safeParse(source);
  if (!read.success) throw new Error(`The configuration is not complete:\n${z.prettifyError(read.error)}`);
  if (read.data.AUTHENTICATION === 'required' && read.data.JWKS_URL === undefined) {
    throw new Error('JWKS_URL must name the key set that tokens are verified against, or AUTHENTICATION be none');
  }
  if (read.data.INTROSPECTION && read.data.OPERATIONS_FILE !== undefined) {
    throw new Error('INTROSPECTION must be off where OPERATIONS_FILE names the only operations');
  }
  return read.data;
}
