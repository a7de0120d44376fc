/** A service's name in the graph, at the beginning of a field and within one: `caseRecords`, `CaseRecords`. */
export function graphNamesOf(service: string): { readonly name: string; readonly Name: string } {
  const Name = service.replaceAll(/(?:^|-)([a-z])/gu, (_match, letter: string) => letter.toUpperCase());
  return { name: `${Name.charAt(0).toLowerCase()}${Name.slice(1)}`, Name };
}
