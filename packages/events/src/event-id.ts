import { randomBytes } from 'node:crypto';

/** A UUID version 7 (RFC 9562): 48 bits of milliseconds, then random bits, so that ids sort by time. */
export function newEventId(now: Date = new Date(), random: Uint8Array = randomBytes(10)): string {
  const milliseconds = now.getTime().toString(16).padStart(12, '0');
  const bits = Buffer.from(random);
  bits[0] = (bits.readUInt8(0) & 0x0f) | 0x70;
  bits[2] = (bits.readUInt8(2) & 0x3f) | 0x80;
  const tail = bits.toString('hex');
  return [milliseconds.slice(0, 8), milliseconds.slice(8), tail.slice(0, 4), tail.slice(4, 8), tail.slice(8)].join('-');
}
