import { ranks, type Rank } from './rank.ts';
import { roles, type Role } from './role.ts';
import { scopeOf, type OrganizationPath } from './organization-path.ts';

/** A colleague who has lent roles for a time (临时委托). */
export interface OnBehalfOf {
  readonly staffId: string;
  readonly name: string;
}

/** The actor of a request: a signed-in member of staff, or the system while it reacts to an event. */
export interface Actor {
  readonly kind: 'STAFF' | 'SYSTEM';
  readonly staffId: string;
  readonly name: string;
  readonly organizationId: string;
  readonly organizationName: string;
  /** The office telephone (联系电话) shown on tables and papers; left out if none is recorded. */
  readonly officePhone?: string;
  /** The subtree that the actor sees: the organisation itself and everything below it. */
  readonly scope: OrganizationPath;
  readonly roles: readonly Role[];
  /**
   * How high the actor signs for the organisation today (审批权限), own or lent by a colleague; left out if the actor has no
   * rank.
   */
  readonly rank?: Rank;
  /** The signed-in session, for revocation and audit. */
  readonly sessionId: string;
  /** The network address of the request, for audit; left out if there was no request. */
  readonly address?: string;
  /** The colleagues whose delegated roles are among `roles`; left out if all roles are the actor's own. */
  readonly onBehalfOf?: readonly OnBehalfOf[];
}

/** The claims of an access token, besides the registered ones (sub, iss, aud, exp, iat). */
export interface ActorClaims {
  readonly sid: string;
  readonly name: string;
  readonly org: string;
  readonly orgname: string;
  readonly tel?: string;
  readonly path: string;
  readonly roles: readonly string[];
  readonly rank?: string;
  readonly behalf?: readonly OnBehalfOf[];
}

/** The claims that a token for this actor carries. */
export function claimsOf(actor: Actor): ActorClaims {
  return {
    sid: actor.sessionId,
    name: actor.name,
    org: actor.organizationId,
    orgname: actor.organizationName,
    ...(actor.officePhone !== undefined && { tel: actor.officePhone }),
    path: actor.scope,
    roles: actor.roles,
    ...(actor.rank !== undefined && { rank: actor.rank }),
    ...(actor.onBehalfOf !== undefined && { behalf: actor.onBehalfOf }),
  };
}

const text = (claims: Readonly<Record<string, unknown>>, name: string): string => {
  const value = claims[name];
  if (typeof value !== 'string' || value === '') throw new Error(`the token lacks the claim ${name}`);
  return value;
};

/** Reads the actor from a verified token's payload; throws when a claim is missing. */
export function actorFromClaims(claims: Readonly<Record<string, unknown>>): Actor {
  const held = Array.isArray(claims['roles']) ? claims['roles'] : [];
  const rank = ranks.find((each) => each === claims['rank']);
  return {
    kind: 'STAFF',
    staffId: text(claims, 'sub'),
    sessionId: text(claims, 'sid'),
    name: text(claims, 'name'),
    organizationId: text(claims, 'org'),
    organizationName: text(claims, 'orgname'),
    ...(claims['tel'] !== undefined && { officePhone: text(claims, 'tel') }),
    scope: scopeOf(text(claims, 'path')),
    roles: roles.filter((role) => held.includes(role)),
    ...(rank !== undefined && { rank }),
    ...(Array.isArray(claims['behalf']) && {
      onBehalfOf: claims['behalf'].map((one: Readonly<Record<string, unknown>>) => ({
        staffId: text(one, 'staffId'),
        name: text(one, 'name'),
      })),
    }),
  };
}

/** The actor's name in the audit log: 王五（代李四） while some of the roles are borrowed. */
export function nameInAudit(actor: Pick<Actor, 'name' | 'onBehalfOf'>): string {
  const others = actor.onBehalfOf ?? [];
  return others.length === 0 ? actor.name : `${actor.name}（代${others.map(({ name }) => name).join('、')}）`;
}

const systemStaffId = '00000000-0000-7000-8000-000000000000';

/** The system acting for one organisation, when it reacts to that organisation's event. */
export function systemActor(scope: OrganizationPath): Actor {
  return {
    kind: 'SYSTEM',
    staffId: systemStaffId,
    sessionId: systemStaffId,
    name: '系统',
    organizationId: systemStaffId,
    organizationName: '系统',
    scope,
    roles: [],
  };
}
