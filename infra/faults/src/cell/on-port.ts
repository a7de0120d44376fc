/** The same address with another port. */
export function onPort(url: string, port: number): string {
  const address = new URL(url);
  address.port = String(port);
  return address.href;
}
