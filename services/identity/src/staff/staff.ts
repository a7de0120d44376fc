import type { Role } from '@nuangong/access';
import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { checkPassword } from '../password/password.ts';

export interface NewStaff {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

/** Roles that one person never holds together: whoever makes does not check, whoever runs the system does not pay. */
const incompatible: readonly (readonly [Role, Role])[] = [
  ['FINANCE', 'FINANCE_LEAD'],
  ['ADMINISTRATOR', 'FINANCE'],
  ['ADMINISTRATOR', 'FINANCE_LEAD'],
];

/** Decides whether these roles may be one person's. */
export function decideRoles(roles: readonly Role[]): Result<readonly Role[]> {
  const distinct = [...new Set(roles)];
  if (distinct.length === 0) {
    return refuse(problem('ROLES_MISSING', { zh: '至少选一个岗位', en: 'Choose at least one role.' }, 'roles'));
  }
  const clash = incompatible.some((pair) => pair.every((role) => distinct.includes(role)));
  return clash
    ? refuse(
        problem(
          'ROLES_INCOMPATIBLE',
          {
            zh: '经办与复核、系统管理与财务不能由同一人担任，去掉其中一个岗位',
            en: 'Maker and checker, and administrator and finance, cannot be one person. Remove one of the roles.',
          },
          'roles',
        ),
      )
    : ok(distinct);
}

/** Decides whether a member of staff may be enrolled with these data. */
export function decideEnrolment(wanted: NewStaff): Result<NewStaff> {
  const username = wanted.username.trim().toLowerCase();
  const name = wanted.name.trim();
  const problems: Problem[] = [];
  if (!/^[a-z0-9][a-z0-9-]{2,39}$/.test(username)) {
    problems.push(
      problem(
        'USERNAME_SHAPE',
        { zh: '账号用 3 至 40 位小写字母、数字或短横线', en: 'Use 3 to 40 lower-case letters, digits or hyphens.' },
        'username',
      ),
    );
  }
  if (name.length < 1 || name.length > 40) {
    problems.push(problem('NAME_LENGTH', { zh: '姓名应为 1 至 40 个字', en: 'Use 1 to 40 characters.' }, 'name'));
  }
  const roles = decideRoles(wanted.roles);
  const password = checkPassword(wanted.password, { username, name });
  for (const part of [roles, password]) if (!part.ok) problems.push(...part.problems);
  return problems.length > 0 || !roles.ok || !password.ok
    ? refuse(...problems)
    : ok({ username, name, roles: roles.value, password: password.value });
}
