import { readStoredDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { announce } from '@nuangong/service';
import type { Department } from '../../generated/prisma/client.ts';
import type { Belonging } from '../belonging/keep-belonging.ts';
import { organizationReference, type Announcing } from '../organization/announce-organizations.ts';
import { decideDepartment, departmentRules, type DepartmentInput, type DepartmentState } from './department.ts';

/** How the departments that an organisation works with are kept. */
export const departments: Belonging<Department, DepartmentInput, DepartmentState> = {
  audited: 'department',
  table: 'department',
  recordType: 'Department',
  idField: 'departmentId',
  words: { zh: '协作部门', en: 'department' },
  constraints: departmentRules,
  decide: decideDepartment,
  find: (tx, id) => tx.department.findUnique({ where: { id }, include: { organization: true } }),
  insert: (tx, data) => tx.department.create({ data }),
  update: (tx, id, data) => tx.department.update({ where: { id }, data }),
  announce: announceDepartments,
};

/** Publishes departments, in the transaction that changed them. */
export async function announceDepartments(
  tx: Parameters<typeof announce>[0],
  announcing: Announcing,
  changed: readonly (Department & { readonly organization: Parameters<typeof organizationReference>[0] })[],
): Promise<void> {
  await announce(
    tx,
    announcing,
    contracts['department-changed.v1'],
    changed.map(({ organization, ...department }) => ({
      organizationPath: department.organizationPath,
      data: {
        departmentId: department.id,
        organization: organizationReference(organization),
        kind: department.kindCode,
        name: department.name,
        from: readStoredDate(department.inForceFrom),
        to: department.inForceTo && readStoredDate(department.inForceTo),
      },
    })),
  );
}
