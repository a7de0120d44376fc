import type { Message, MessageReader, Sent } from './statement.ts';

const query = 'Q'.charCodeAt(0);
const parse = 'P'.charCodeAt(0);
const bind = 'B'.charCodeAt(0);

/**
 * Reads a client's messages to PostgreSQL (protocol 3): after a first message without a type, each has a type byte and
 * a length. `earlier` are the statements of the transaction so far. A named statement is prepared once and counts each
 * time it is bound.
 */
export function createPostgresReader(): MessageReader {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  let earlier: string[] = [];
  const named = new Map<string, string>();

  function read(bytes: Buffer): Sent {
    const text = textOf(bytes, named);
    if (text === undefined) return { kind: 'OTHER' };
    if (/^\s*begin/iu.test(text)) earlier = [];
    const sent: Sent = { kind: 'SQL', text, earlier: [...earlier] };
    earlier.push(text);
    return sent;
  }

  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const messages: Message[] = [];
    while (true) {
      const typeBytes = started ? 1 : 0;
      if (rest.length < typeBytes + 4) return messages;
      const end = typeBytes + rest.readUInt32BE(typeBytes);
      if (rest.length < end) return messages;
      const bytes = rest.subarray(0, end);
      messages.push({ bytes, sent: started ? read(bytes) : { kind: 'OTHER' } });
      started = true;
      rest = rest.subarray(end);
    }
  };
}

/** The SQL of a simple query, of a statement prepared without a name, or of the named one that is bound. */
function textOf(bytes: Buffer, named: Map<string, string>): string | undefined {
  if (bytes[0] === query) return bytes.toString('utf8', 5, bytes.length - 1);
  if (bytes[0] === bind) return named.get(textAt(bytes, bytes.indexOf(0, 5) + 1));
  if (bytes[0] !== parse) return undefined;
  const name = textAt(bytes, 5);
  const text = textAt(bytes, bytes.indexOf(0, 5) + 1);
  if (name === '') return text;
  named.set(name, text);
  return undefined;
}

function textAt(bytes: Buffer, from: number): string {
  return bytes.toString('utf8', from, bytes.indexOf(0, from));
}
