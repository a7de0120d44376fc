/** One message of a client, as far as a trap wants to know it. */
export type Sent =
  | { readonly kind: 'SQL'; readonly text: string; readonly earlier: readonly string[] }
  | { readonly kind: 'OTHER' };

/** A client's message as bytes, with what it says. */
export type Message = { readonly bytes: Buffer; readonly sent: Sent };

/** Cuts one connection's stream of client bytes into messages; a message's end may come with a later chunk. */
export type MessageReader = (chunk: Buffer) => readonly Message[];
