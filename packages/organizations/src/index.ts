export { findOrganization, findOrganizations, loadLineage, type KnownOrganization } from './known-organization.ts';
export { rememberOrganizations, type NewKnownOrganization } from './remember-organizations.ts';
export { organizationReactions } from './reactions.ts';
