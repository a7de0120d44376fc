import { incompatiblePairIn, roleNames, type IncompatibleRoles, type Role } from '@nuangong/access';
import { readName, ok, problem, readPhone, refuse, type Problem, type Result } from '@nuangong/primitives';
import { checkPassword } from '../password/password.ts';

/** A person to be given an account, as requested. */
export interface NewStaff {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: string;
  readonly officePhone?: string | null | undefined;
}

/** Checks whether one person may hold these roles together. */
export function decideRoles(roles: readonly Role[]): Result<readonly Role[]> {
  const distinct = [...new Set(roles)];
  if (distinct.length === 0) {
    return refuse(problem('ROLES_MISSING', { zh: '至少选一个岗位', en: 'Choose at least one role.' }, 'roles'));
  }
  const clash = incompatiblePairIn(distinct);
  return clash === undefined ? ok(distinct) : refuse(rolesIncompatible(clash));
}

/** Two roles that one person must not hold together. */
export function rolesIncompatible({ roles: [one, other], why }: IncompatibleRoles, field = 'roles'): Problem {
  return problem(
    'ROLES_INCOMPATIBLE',
    {
      zh: `${roleNames[one].zh}和${roleNames[other].zh}不能同由一人担任（${why.zh}），去掉其中一个岗位`,
      en: `${roleNames[one].en} and ${roleNames[other].en} cannot be the same person (${why.en}). Remove one of the roles.`,
    },
    field,
  );
}

/** Reads an office telephone; null if it is left out or empty. */
export function readOfficePhone(typed: string | null | undefined): Result<string | null> {
  return (typed ?? '').trim() === '' ? ok(null) : readPhone(typed ?? '', { field: 'officePhone' });
}

/** Whether a text can be a username at all. */
export function isUsername(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{2,39}$/.test(text);
}

/** Checks whether a member of staff may be enrolled with these data. */
export function decideEnrolment(wanted: NewStaff): Result<NewStaff & { readonly officePhone: string | null }> {
  const username = wanted.username.trim().toLowerCase();
  const named = readName(wanted.name, { what: '姓名', least: 1, most: 40 });
  const name = named.ok ? named.value : '';
  const problems: Problem[] = [];
  if (!isUsername(username)) {
    problems.push(
      problem(
        'USERNAME_SHAPE',
        { zh: '账号用 3 至 40 位小写字母、数字或短横线', en: 'Use 3 to 40 lower-case letters, digits or hyphens.' },
        'username',
      ),
    );
  }
  const roles = decideRoles(wanted.roles);
  const password = checkPassword(wanted.password, { username, name });
  const officePhone = readOfficePhone(wanted.officePhone);
  for (const part of [named, roles, password, officePhone]) if (!part.ok) problems.push(...part.problems);
  return problems.length > 0 || !roles.ok || !password.ok || !officePhone.ok
    ? refuse(...problems)
    : ok({ username, name, roles: roles.value, password: password.value, officePhone: officePhone.value });
}
