import { combineFields, ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { closesAfterItsOwn, readOrganizationName } from '../in-force/in-force.ts';

/** A department (协作部门: 人社, 民政, 财政 …), as typed. */
export interface DepartmentInput {
  /** The code of its kind; the kinds are rows of the database. */
  readonly kind: string;
  readonly name: string;
  /** The day from which this holds, YYYY-MM-DD; today by default. */
  readonly from?: string | null | undefined;
}

/** The properties of a department from a day on. */
export interface DepartmentState {
  readonly kindCode: string;
  readonly name: string;
}

/** Checks a department; every problem names its field. */
export function decideDepartment({ kind, name }: DepartmentInput): Result<DepartmentState> {
  const kindCode = /^[A-Z][A-Z_]{1,39}$/.test(kind) ? ok(kind) : refuse(kindUnknown());
  return combineFields({ kindCode, name: readOrganizationName(name) });
}

function kindUnknown(): Problem {
  return problem(
    'DEPARTMENT_KIND_UNKNOWN',
    { zh: '没有这个部门类别，从所列类别中选一个', en: 'There is no such kind. Choose one from the list.' },
    'kind',
  );
}

/** The problems for the database's rules on departments. */
export const departmentRules = {
  closes_after_its_own: closesAfterItsOwn,
  department_of_a_known_kind: kindUnknown,
  department_once: (): Problem =>
    problem(
      'DEPARTMENT_THERE',
      {
        zh: '该单位已登记同类同名的部门，不用重复登记',
        en: 'A department of this kind and name is already registered.',
      },
      'name',
    ),
  department_closes_without_contacts: (): Problem =>
    problem('CONTACTS_LEFT', {
      zh: '该部门还有在用的联系人，先停用联系人或改为本单位的',
      en: 'The department still has contacts. Close them first, or make them the organisation’s own.',
    }),
};
