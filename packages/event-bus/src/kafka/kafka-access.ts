import { connect, type ConnectionOptions } from 'node:tls';
import type { KafkaConfig, SASLOptions } from 'kafkajs';
import { describeError } from '../describe-error.ts';

/** How the brokers are reached: with or without TLS, and with which login. */
export type KafkaAccess = {
  /** PEM texts; without an authority, Node's own list of authorities applies. */
  readonly tls?:
    | {
        readonly authority?: string | undefined;
        readonly certificate?: string | undefined;
        readonly key?: string | undefined;
      }
    | undefined;
  readonly login?:
    | {
        readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
        readonly username: string;
        readonly password: string;
      }
    | undefined;
};

/** The kafkajs settings for it. */
export function accessSettings({ tls, login }: KafkaAccess): Pick<KafkaConfig, 'ssl' | 'sasl'> {
  return {
    ...(tls === undefined ? {} : { ssl: tlsOptions(tls) }),
    ...(login === undefined ? {} : { sasl: { ...login } as SASLOptions }),
  };
}

function tlsOptions({ authority, certificate, key }: NonNullable<KafkaAccess['tls']>): ConnectionOptions {
  return {
    ...(authority === undefined ? {} : { ca: [authority] }),
    ...(certificate === undefined || key === undefined ? {} : { cert: certificate, key }),
  };
}

/**
 * Connects to each broker once over TLS and throws an explanation if that fails: kafkajs would retry for a quarter of a
 * minute and only say that it could not connect. Unreachable brokers are left to kafkajs.
 */
export async function demandTls(brokers: readonly string[], access: KafkaAccess): Promise<void> {
  const { tls } = access;
  if (tls === undefined) return;
  const refusals = await Promise.all(brokers.map((broker) => refusalOf(broker, tlsOptions(tls))));
  const refusal = refusals.find((each) => each !== undefined);
  if (refusal !== undefined) throw refusal;
}

const meetingDeadlineMs = 3_000;
/** A broker that requires a certificate rejects the client only after the client considers the handshake done. */
const secondThoughtMs = 200;
const aboutTls = /certificate|self.signed|CERT_|ALTNAME|SSL|TLS/iu;

function refusalOf(broker: string, options: ConnectionOptions): Promise<Error | undefined> {
  const [host = '', port = ''] = broker.split(/:(?=\d+$)/u);
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port), timeout: meetingDeadlineMs, ...options });
    const end = (refusal?: Error) => {
      socket.destroy();
      resolve(refusal);
    };
    socket.once('secureConnect', () => setTimeout(end, options.cert === undefined ? secondThoughtMs : 0));
    socket.once('timeout', () => end());
    socket.once('error', (error: Error & { readonly code?: string; readonly reason?: string }) => {
      if (!aboutTls.test(`${error.code ?? ''} ${error.message}`)) return end();
      end(
        new Error(
          `No TLS with the Kafka broker ${broker}: ${error.reason ?? describeError(error)}. Look at ` +
            'KAFKA_TLS_CA_FILE, at KAFKA_TLS_CERTIFICATE_FILE, and whether this port speaks TLS',
          { cause: error },
        ),
      );
    });
  });
}

/** Explains a connection error if the login was refused. */
export function explainLogin(error: unknown, { login }: KafkaAccess): unknown {
  if (!(error instanceof Error) || !/SASL|authentication/iu.test(`${error.name} ${describeError(error)}`)) return error;
  const who = login === undefined ? 'a client without a login' : `${login.username} by ${login.mechanism}`;
  return new Error(
    `Kafka refuses ${who}: ${describeError(error)}. Look at KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and the password`,
    { cause: error },
  );
}
