import { Client } from 'pg';
import { scopeOf, systemActor } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { givenPasswordLifetimeMs, makeGivenPassword } from './account/password/given-password.ts';
import { hashPassword } from './account/password/password-hash.ts';
import { decideEnrolment } from './account/staff/staff.ts';

/** The administrator to enrol, and the organisation. */
export interface NewAdministrator {
  readonly organizationCode: string;
  readonly username: string;
  readonly name: string;
}

/** The account's one-time password; shown only in this answer. */
export interface EnrolledAdministrator {
  readonly password: string;
  readonly until: Date;
}

const noSuchOrganization = (code: string) =>
  problem(
    'NOT_FOUND',
    { zh: `没有代码为 ${code} 的组织`, en: `There is no organisation ${code}.` },
    'organizationCode',
  );

const usernameTaken = () =>
  problem('USERNAME_TAKEN', { zh: '这个账号已有人用，换一个', en: 'This username is taken. Use another.' }, 'username');

/**
 * Enrols an administrator on behalf of the operator of the installation: the first two of a city, and another one when
 * too few are left to confirm each other's acts. The audit log names the installation as the actor.
 *
 * @param ownerUrl the database as its owner, because no signed-in person may do this alone.
 */
export async function enrolAdministrator(
  ownerUrl: string,
  wanted: NewAdministrator,
  at: Date,
): Promise<Result<EnrolledAdministrator>> {
  const password = makeGivenPassword();
  const decided = decideEnrolment({ ...wanted, roles: ['ADMINISTRATOR'], password });
  if (!decided.ok) return decided;
  const { username, name } = decided.value;
  const passwordHash = await hashPassword(password);
  const until = new Date(at.getTime() + givenPasswordLifetimeMs);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    const { rows: organizations } = await owner.query<{ id: string; path: string }>(
      'select id, organization_path as path from organization where code = $1 order by path limit 1',
      [wanted.organizationCode],
    );
    const [organization] = organizations;
    if (organization === undefined) return refuse(noSuchOrganization(wanted.organizationCode));
    const { rows } = await owner.query<{ id: string }>(
      `insert into staff (organization_id, organization_path, username, name, roles, password_hash, given_password_until)
       values ($1, $2, $3, $4, '{ADMINISTRATOR}', $5, $6) on conflict on constraint staff_username_once do nothing returning id`,
      [organization.id, organization.path, username, name, passwordHash, until],
    );
    const [staff] = rows;
    if (staff === undefined) return refuse(usernameTaken());
    const after = { username, name, roles: ['ADMINISTRATOR'], by: 'INSTALLATION' };
    const execute = (sql: string, ...values: readonly unknown[]) => owner.query(sql, [...values]);
    await recordAudit(execute, { actor: systemActor(scopeOf(organization.path)), requestId: 'installation' }, [
      { action: 'staff.enrol', recordType: 'Staff', recordId: staff.id, after },
    ]);
    await owner.query('commit');
    return ok({ password, until });
  } finally {
    await owner.end();
  }
}
