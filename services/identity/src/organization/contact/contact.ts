import { combineFields, ok, problem, readName, readText, type Problem, type Result } from '@nuangong/primitives';
import { readTelephone } from '../in-force/in-force.ts';

/** A person to call at an organisation or a department (联系人), as typed. */
export interface ContactInput {
  /** A department of the same organisation; the organisation's own contact by default. */
  readonly departmentId?: string | null | undefined;
  readonly name: string;
  /** The person's duty (职务); may be empty. */
  readonly duty?: string | null | undefined;
  readonly phone: string;
  /** The day from which this holds, YYYY-MM-DD; today by default. */
  readonly from?: string | null | undefined;
}

/** The properties of a contact from a day on. */
export interface ContactState {
  readonly departmentId: string | null;
  readonly name: string;
  readonly duty: string;
  readonly phone: string;
}

/** Checks a contact; every problem names its field. */
export function decideContact(input: ContactInput): Result<ContactState> {
  const read = combineFields({
    name: readName(input.name, { what: '姓名', least: 1, most: 40 }),
    duty: readText(input.duty, 'duty', 60),
    phone: readTelephone(input.phone),
  });
  const { departmentId } = input;
  return read.ok
    ? ok({ ...read.value, departmentId: departmentId == null || departmentId === '' ? null : departmentId })
    : read;
}

const departmentElsewhere = (): Problem =>
  problem(
    'DEPARTMENT_ELSEWHERE',
    {
      zh: '联系人所属部门应是本单位在用的协作部门，重新选择',
      en: 'Choose an open department of this organisation.',
    },
    'departmentId',
  );

/** The problems for the database's rules on contacts. */
export const contactRules = {
  contact_of_a_department_there: departmentElsewhere,
  department_is_open: departmentElsewhere,
  contact_once: (): Problem =>
    problem(
      'CONTACT_THERE',
      {
        zh: '该联系人已登记，不用重复登记',
        en: 'This contact is already registered.',
      },
      'name',
    ),
};
