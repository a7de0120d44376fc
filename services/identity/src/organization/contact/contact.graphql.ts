import { builder } from '../../builder.ts';
import { addBelongingCommands } from '../belonging/belonging.graphql.ts';
import { OrganizationType } from '../organization/organization.graphql.ts';
import { contacts } from './keep-contact.ts';
import { firstDay, lastDay } from '../in-force/in-force-fields.ts';

const ContactType = builder.prismaObject('Contact', {
  description: 'Whom to call at an organisation or at a department that it works with (联系人).',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    duty: t.exposeString('duty', { description: 'What the person does there (职务); empty where nobody said.' }),
    phone: t.exposeString('phone', { description: 'The office telephone, digits and hyphens.' }),
    department: t.relation('department', {
      nullable: true,
      description: 'At which department; null: at the organisation itself.',
    }),
    inForceFrom: t.field(firstDay('The first day in force.')),
    inForceTo: t.field(lastDay('The last day in force; null while it is open.')),
  }),
});

const mostContacts = 200;

builder.prismaObjectField(OrganizationType, 'contacts', (t) =>
  t.relation('contacts', {
    query: { orderBy: [{ inForceFrom: 'asc' }, { id: 'asc' }], take: mostContacts },
    description: 'Whom to call there and at its departments, by their first day.',
  }),
);

addBelongingCommands(contacts, {
  row: ContactType,
  field: 'contact',
  state: (t) => ({
    departmentId: t.id({
      description: 'At which `Department` of the organisation, by id; left out: at the organisation itself.',
    }),
    name: t.string({ required: true, description: 'The person’s full name.' }),
    duty: t.string({ description: 'What the person does there (职务); up to 60 characters.' }),
    phone: t.string({ required: true, description: 'The office telephone, digits and hyphens.' }),
  }),
  owner: 'Whose contact it is: the id of an `Organization`.',
  register: 'Registers whom to call at an organisation or at one of its departments.',
  change: 'Changes a contact from a day on; what stood before is kept with its days.',
  close: 'Closes a contact.',
});
