export { roles, roleNames, type Role } from './role.ts';
export { highestRank, rankNames, ranks, type Rank } from './rank.ts';
export { permissions, permits, type Action } from './permissions.ts';
export { incompatiblePairIn, incompatibleRoles, type IncompatibleRoles } from './incompatible-roles.ts';
export { guardedRoles, isGuarded } from './guarded-roles.ts';
export {
  bookOf,
  cityOf,
  codeOf,
  countyOf,
  isSeat,
  isWithin,
  organizationKinds,
  parentOf,
  pathsAtOrAbove,
  scopeOf,
  type Lineage,
  type OrganizationKind,
  type OrganizationPath,
  type PlacedOrganization,
} from './organization-path.ts';
export {
  actorFromClaims,
  claimsOf,
  nameInAudit,
  systemActor,
  type Actor,
  type ActorClaims,
  type OnBehalfOf,
} from './actor.ts';
export {
  createTokenVerifier,
  tokenAudience,
  tokenIssuer,
  type TokenVerdict,
  type TokenVerifier,
} from './token-verifier.ts';
export { auditActions, type AuditAction } from './audit-action.ts';
export { createGatewayProof, gatewayHeader, type GatewayProof, type ProvenRequest } from './gateway-proof.ts';
