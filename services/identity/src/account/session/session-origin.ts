import Bowser from 'bowser';
import { isIPv4, isIPv6 } from 'node:net';
import { cutText, plainText } from '@nuangong/primitives';

/** Where a session began, as shown to its owner: enough to tell one's own devices apart. */
export interface SessionOrigin {
  /** Browser and system, such as `Chrome · Windows`; empty if the browser does not say. */
  readonly device: string;
  /** The network of the address; empty if it is not known. */
  readonly maskedAddress: string;
}

const longestDevice = 80;

/** Reads where a session begins from a request; `address` is the browser's, as the gateway saw it. */
export function originOf(userAgent: string | undefined, address: string | undefined): SessionOrigin {
  return { device: deviceOf(userAgent ?? ''), maskedAddress: maskAddress(address ?? '') };
}

function deviceOf(userAgent: string): string {
  if (userAgent === '') return '';
  const { browser, os } = Bowser.parse(userAgent.slice(0, 512));
  return cutText(plainText([browser.name, os.name].filter(Boolean).join(' · ')), longestDevice);
}

/** Removes the last part of an IPv4 address, and everything after the third group of an IPv6 address. */
export function maskAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return plain.replace(/\.\d+$/, '.*');
  if (!isIPv6(plain)) return '';
  const [head = ''] = plain.split('::');
  return `${head.split(':').filter(Boolean).slice(0, 3).join(':')}:*`;
}
