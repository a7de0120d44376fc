import type { Message, MessageReader } from './statement.ts';

/** The number of Kafka's request that commits a group's offsets. */
export const offsetCommit = 8;

/** Reads a client's requests to a Kafka broker: a length, then the number of the request. */
export function createKafkaReader(): MessageReader {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const messages: Message[] = [];
    while (rest.length >= 6) {
      const end = 4 + rest.readUInt32BE(0);
      if (rest.length < end) break;
      messages.push({ bytes: rest.subarray(0, end), sent: { kind: 'KAFKA', api: rest.readUInt16BE(4) } });
      rest = rest.subarray(end);
    }
    return messages;
  };
}
