/**
 * The dead letters that somebody may see, as a condition over `dead_letter` with the scope at parameter `place`: those
 * of organisations within the subtree, and, from a city up, those too broken to name an organisation. The table itself
 * has no row-level security, because the consumer writes it before it knows the organisation.
 */
export function letterWithin(place: number): string {
  const path = `envelope->>'organizationpath'`;
  return `(starts_with(${path}, $${place}) or (${path} is null and access.is_city_or_above($${place})))`;
}
