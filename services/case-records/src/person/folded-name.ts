/**
 * A name as it is compared and sought: without spaces and dots of whatever kind, capitals or not. The same as the
 * database's `folded_name`.
 */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[ ·•・‧∙⋅･.]/g, '')
    .toLowerCase();
}
