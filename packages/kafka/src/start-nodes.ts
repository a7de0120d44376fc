import { mkdir } from 'node:fs/promises';
import { formatStorage, type NodePlace } from './format-storage.ts';
import { installKafka } from './install-kafka.ts';
import { createNode, type KafkaNode } from './kafka-node.ts';
import { missingForKafka } from './missing-for-kafka.ts';
import { writeSettings, type NodeOptions } from './node-settings.ts';
import { isListening } from './ports.ts';
import type { KafkaSecurity } from './security.ts';

/** The nodes to start, and what they share. */
export type StartOptions = {
  readonly nodes: readonly Omit<NodeOptions, 'voters' | 'nodes' | 'security'>[];
  readonly java: readonly string[];
  readonly libraryDirectory?: string;
  readonly security?: KafkaSecurity;
};

/**
 * Starts nodes in parallel and waits until all listen. Throws with what is missing, with the port that is taken, or
 * with the end of the log of the node that failed; then none of them runs.
 */
export async function startNodes(options: StartOptions): Promise<readonly KafkaNode[]> {
  const missing = await missingForKafka();
  if (missing.length > 0) throw new Error(`Kafka cannot start: ${missing.join('; ')}`);
  for (const { ports } of options.nodes) {
    for (const port of Object.values(ports)) {
      if (await isListening(port)) throw new Error(`Kafka cannot start: port ${port} is taken`);
    }
  }
  const libraryDirectory = await installKafka(options.libraryDirectory);
  const places = await prepare(options);
  await formatStorage(places, libraryDirectory);
  const nodes = options.nodes.map((node, place) =>
    createNode({ ...node, libraryDirectory, java: options.java, settings: places[place]?.settings ?? '' }),
  );
  const started = await Promise.allSettled(nodes.map((node) => node.start()));
  const failed = started.find((each) => each.status === 'rejected');
  if (failed !== undefined) {
    await Promise.all(nodes.map((node) => node.kill()));
    throw failed.reason;
  }
  return nodes;
}

function prepare({ nodes, security }: StartOptions): Promise<NodePlace[]> {
  const voters = nodes.map(({ nodeId, ports }) => `${nodeId}@127.0.0.1:${ports.controller}`);
  return Promise.all(
    nodes.map(async (node) => {
      await mkdir(node.dataDirectory, { recursive: true });
      const all = { ...node, voters, nodes: nodes.length, ...(security === undefined ? {} : { security }) };
      const settings = await writeSettings(all);
      return { ...all, settings };
    }),
  );
}
