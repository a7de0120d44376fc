/** Fields whose name needs no description; every other field of the graph has one. */
export const plainFields: ReadonlySet<string> = new Set(['id', 'items', 'name', 'number', 'organizationName', 'total']);
