import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How clients reach a node over TLS, and how they authenticate. */
export type KafkaSecurity = {
  readonly certificates: Certificates;
  /** Passwords by user, for PLAIN, SCRAM-SHA-256 and SCRAM-SHA-512; without users there is no login. */
  readonly users?: Readonly<Record<string, string>>;
  /** Whether a client must present a certificate of the same authority. */
  readonly demandClientCertificate?: boolean;
};

/** PEM files of a private authority. */
export type Certificates = {
  readonly authority: string;
  /** The node's key and certificate in one file, as Kafka requires. */
  readonly server: string;
  readonly clientCertificate: string;
  readonly clientKey: string;
};

/** Creates an authority, a certificate for 127.0.0.1 and localhost, and one for a client, valid for ten days. */
export async function makeCertificates(directory: string): Promise<Certificates> {
  await mkdir(directory, { recursive: true });
  const at = (file: string) => join(directory, file);
  await openssl(at('authority'), ['-subj', '/CN=nuangong-authority']);
  for (const name of ['server', 'client']) {
    await openssl(
      at(name),
      ['-subj', `/CN=nuangong-${name}`, '-CA', at('authority.pem'), '-CAkey', at('authority.key')],
      ['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost', '-addext', 'basicConstraints=critical,CA:FALSE'],
    );
  }
  const [key, certificate] = await Promise.all([readFile(at('server.key')), readFile(at('server.pem'))]);
  await writeFile(at('server-with-key.pem'), Buffer.concat([key, certificate]), { mode: 0o600 });
  return {
    authority: at('authority.pem'),
    server: at('server-with-key.pem'),
    clientCertificate: at('client.pem'),
    clientKey: at('client.key'),
  };
}

function openssl(path: string, ...args: readonly (readonly string[])[]): Promise<unknown> {
  const fresh = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '10'];
  return run('openssl', [...fresh, ...args.flat(), '-keyout', `${path}.key`, '-out', `${path}.pem`]);
}
