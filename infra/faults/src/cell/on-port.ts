/** Another port of the same machine. */
export function onPort(url: string, port: number): string {
  const address = new URL(url);
  address.port = String(port);
  return address.href;
}
