import { transportVariables, withTransportRules } from '@nuangong/event-bus';
import { cipherNames } from '@nuangong/sealing';
import { z } from 'zod';

const shape = withTransportRules(
  z.object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535),
    DATABASE_URL: z.url(),
    JWKS_URL: z.url(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    FILES_DIRECTORY: z.string().default('.nuangong/files'),
    FIELD_KEY: z.string().optional(),
    FIELD_KEY_BEFORE: z.string().optional(),
    SEALING_CIPHER: z.enum(cipherNames).default('AES256GCM'),
    BLIND_INDEX_KEY: z.string().optional(),
    BLIND_INDEX_KEY_OTHER: z.string().optional(),
    AUDIT_KEY: z.string().optional(),
    /** 32 bytes, base64, shared with the gateway: requests without a proof made with it are refused. */
    GATEWAY_KEY: z.string(),
    INTROSPECTION: z.stringbool().default(false),
    ...transportVariables,
  }),
);

/** The configuration of every service; read once at start. */
export type ServiceEnvironment = z.output<typeof shape>;

/** Reads the environment; throws one error that lists everything wrong with it. */
export function readServiceEnvironment(source: Readonly<Record<string, string | undefined>>): ServiceEnvironment {
  const read = shape.safeParse(source);
  if (!read.success) throw new Error(`The configuration is not complete:\n${z.prettifyError(read.error)}`);
  return read.data;
}
