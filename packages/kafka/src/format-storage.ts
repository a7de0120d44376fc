import { randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import { access, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asProperties, type NodeOptions } from './node-settings.ts';

const run = promisify(execFile);

/** A node's data directory, its security and its `server.properties`. */
export type NodePlace = Pick<NodeOptions, 'nodeId' | 'dataDirectory' | 'security'> & { readonly settings: string };

/**
 * Formats the storage of nodes that have none yet. Kafka formats the first one; the others get its initial metadata and
 * an id of their own, which is the same result and a second faster for each.
 */
export async function formatStorage(nodes: readonly NodePlace[], libraryDirectory: string): Promise<void> {
  const [first, ...others] = nodes;
  if (first === undefined || (await isFormatted(first))) return;
  const clusterId = uuid();
  const words = ['format', '-t', clusterId, '-c', first.settings, ...scramUsers(first)];
  try {
    await run('java', ['-XX:TieredStopAtLevel=1', '-cp', `${libraryDirectory}/*`, 'kafka.tools.StorageTool', ...words]);
  } catch (error) {
    throw new Error(`Kafka cannot format ${first.dataDirectory}`, { cause: error });
  }
  for (const node of others) {
    const log = logOf(node);
    await mkdir(log, { recursive: true });
    await cp(join(logOf(first), '__cluster_metadata-0'), join(log, '__cluster_metadata-0'), { recursive: true });
    const mark = { 'node.id': node.nodeId, 'directory.id': uuid(), version: 1, 'cluster.id': clusterId };
    await writeFile(join(log, 'meta.properties'), asProperties(mark));
  }
}

function scramUsers({ security }: NodePlace): string[] {
  const users = Object.entries(security?.users ?? {});
  return users.flatMap(([name, password]) =>
    ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) => [
      '--add-scram',
      `${mechanism}=[name=${name},password=${password}]`,
    ]),
  );
}

const logOf = (node: NodePlace) => join(node.dataDirectory, 'log');

function isFormatted(node: NodePlace): Promise<boolean> {
  return access(join(logOf(node), 'meta.properties')).then(
    () => true,
    () => false,
  );
}

/** A UUID in Kafka's format; one that begins with a hyphen would be read as an option. */
function uuid(): string {
  const text = randomBytes(16).toString('base64url');
  return text.startsWith('-') ? uuid() : text;
}
