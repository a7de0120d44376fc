import { readStoredDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { announce } from '@nuangong/service';
import type { Contact } from '../../generated/prisma/client.ts';
import type { Belonging } from '../belonging/keep-belonging.ts';
import { organizationReference, type Announcing } from '../organization/announce-organizations.ts';
import { contactRules, decideContact, type ContactInput, type ContactState } from './contact.ts';

/** How the contacts of an organisation are kept. */
export const contacts: Belonging<Contact, ContactInput, ContactState> = {
  audited: 'contact',
  table: 'contact',
  recordType: 'Contact',
  idField: 'contactId',
  words: { zh: '联系人', en: 'contact' },
  constraints: contactRules,
  decide: decideContact,
  find: (tx, id) => tx.contact.findUnique({ where: { id }, include: { organization: true } }),
  insert: (tx, data) => tx.contact.create({ data }),
  update: (tx, id, data) => tx.contact.update({ where: { id }, data }),
  announce: announceContacts,
};

/** Publishes that contacts changed, without names and numbers, in the transaction that changed them. */
export async function announceContacts(
  tx: Parameters<typeof announce>[0],
  announcing: Announcing,
  changed: readonly (Contact & { readonly organization: Parameters<typeof organizationReference>[0] })[],
): Promise<void> {
  await announce(
    tx,
    announcing,
    contracts['contact-changed.v1'],
    changed.map(({ organization, ...contact }) => ({
      organizationPath: contact.organizationPath,
      data: {
        contactId: contact.id,
        organization: organizationReference(organization),
        departmentId: contact.departmentId,
        from: readStoredDate(contact.inForceFrom),
        to: contact.inForceTo && readStoredDate(contact.inForceTo),
      },
    })),
  );
}
