import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { addBelongingCommands } from '../belonging/belonging.graphql.ts';
import { OrganizationType } from '../organization/organization.graphql.ts';
import { departments } from './keep-department.ts';
import { firstDay, lastDay } from '../in-force/in-force-fields.ts';

const DepartmentKindType = builder.prismaObject('DepartmentKind', {
  description: 'What a department is (人社, 民政, 财政 …); data, to which the installation may add.',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'Its code, which commands name: CIVIL_AFFAIRS.' }),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn', { description: 'Its name in English.' }),
  }),
});

builder.queryField('departmentKinds', (t) =>
  t.prismaField({
    type: [DepartmentKindType],
    description: 'The kinds of departments, in the order in which they are shown.',
    resolve: (query, _root, _arguments, context) => {
      requirePermission(context, 'organization.read');
      return context.tx.departmentKind.findMany({ ...query, orderBy: { position: 'asc' } });
    },
  }),
);

export const DepartmentType = builder.prismaObject('Department', {
  description: 'A body outside the unions that an organisation works with (协作部门): it confirms, pays, is asked.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.relation('kind', { description: 'What it is.' }),
    name: t.exposeString('name'),
    inForceFrom: t.field(firstDay('Its first day in force.')),
    inForceTo: t.field(lastDay('Its last day in force; null while it is open.')),
  }),
});

const mostDepartments = 200;

builder.prismaObjectField(OrganizationType, 'departments', (t) =>
  t.relation('departments', {
    query: { orderBy: [{ kind: { position: 'asc' } }, { inForceFrom: 'asc' }, { id: 'asc' }], take: mostDepartments },
    description: 'The departments that it works with, by kind.',
  }),
);

addBelongingCommands(departments, {
  row: DepartmentType,
  field: 'department',
  state: (t) => ({
    kind: t.string({ required: true, description: 'The code of a `DepartmentKind`.' }),
    name: t.string({ required: true, description: 'What it is called; 2 to 60 characters.' }),
  }),
  owner: 'Which `Organization` works with it, by id.',
  register: 'Registers a department that an organisation works with.',
  change: 'Changes what a department is from a day on; what stood before is kept with its days.',
  close: 'Closes a department that has no contacts any more.',
});
