/** The address of a list with a filter, as `ListPage` keeps it; nothing that identifies a person belongs in it. */
export function listAt(path: string, filter: Readonly<Record<string, unknown>>): string {
  return `${path}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}
