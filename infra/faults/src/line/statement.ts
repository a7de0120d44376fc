/** The parts of a client's message that traps use. */
export type Sent =
  | { readonly kind: 'SQL'; readonly text: string; readonly earlier: readonly string[] }
  | { readonly kind: 'OTHER' };

/** A client's message as bytes, with its meaning. */
export type Message = { readonly bytes: Buffer; readonly sent: Sent };

/** Splits one connection's stream of client bytes into messages; a message may continue in a later chunk. */
export type MessageReader = (chunk: Buffer) => readonly Message[];
