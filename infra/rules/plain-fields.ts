/** Fields whose name says all there is to say; every other field of the graph has a description. */
export const plainFields: ReadonlySet<string> = new Set(['id', 'items', 'name', 'number', 'organizationName', 'total']);
