import { importJWK, SignJWT, type JWK } from 'jose';
import { claimsOf, roles, scopeOf, tokenAudience, tokenIssuer, type Actor, type Role } from '@nuangong/access';
import { organizations, staff } from '@nuangong/demonstration-city';

/** The public: not signed in, and must get nothing. */
export const nobody = { role: 'PUBLIC', scope: '-', authorization: undefined } as const satisfies Attacker;

/** Somebody with one role in one county, whose answers are searched for other organisations' data. */
export type Attacker = {
  readonly role: Role | 'PUBLIC';
  /** The path of the organisation: the attacker may see only its subtree. */
  readonly scope: string;
  readonly authorization: string | undefined;
};

const lifetime = '6h';

/**
 * One attacker for each role in each organisation, with tokens signed by the installation's own key. Each
 * holds only that role: no attacker has two roles that one person never holds together.
 */
export async function attackersOf(
  codes: readonly string[],
  signingKey: string,
  staffIds: ReadonlyMap<string, string>,
): Promise<readonly Attacker[]> {
  const jwk = JSON.parse(signingKey) as JWK;
  const key = await importJWK(jwk, 'EdDSA');
  const sign = ({ staffId, ...actor }: Actor) =>
    new SignJWT({ ...claimsOf({ staffId, ...actor }) })
      .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid ?? 'identity-1' })
      .setSubject(staffId)
      .setIssuer(tokenIssuer)
      .setAudience(tokenAudience)
      .setIssuedAt()
      .setExpirationTime(lifetime)
      .sign(key);
  const actors = codes.flatMap((code) => roles.map((role) => actorOf(code, role, staffIds)));
  return Promise.all(
    actors.map(async (actor) => ({
      role: actor.roles[0] ?? 'CLERK',
      scope: actor.scope,
      authorization: `Bearer ${await sign(actor)}`,
    })),
  );
}

/** The actor with this role there. */
function actorOf(code: string, role: Role, staffIds: ReadonlyMap<string, string>): Actor {
  const organization = organizations.find((one) => one.code === code);
  const person = staff.find((one) => one.organizationId === organization?.id && one.role === role);
  const staffId = staffIds.get(person?.username ?? '');
  if (organization === undefined || person === undefined || staffId === undefined) {
    throw new Error(`nobody is ${role} at ${code}`);
  }
  return {
    kind: 'STAFF',
    staffId,
    name: person.name,
    organizationId: organization.id,
    organizationName: organization.name,
    scope: scopeOf(organization.path),
    roles: [role],
    sessionId: crypto.randomUUID(),
  };
}
