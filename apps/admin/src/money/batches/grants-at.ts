/** The address of the list of grants of one status, or of those that wait for a second person. */
export function grantsAt(status: 'HELD' | 'PROPOSED' | 'RETURN_CLAIMED'): string {
  return `/grants?${new URLSearchParams({ filter: JSON.stringify({ status }) })}`;
}
