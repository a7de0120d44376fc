import { roles, type Role } from './role.ts';

const everyone: readonly Role[] = roles;
const caseWork: readonly Role[] = ['CLERK', 'REVIEWER', 'APPROVER', 'WINDOW_CLERK', 'AUDITOR'];
/** Roles that see single payments and their payees; other roles that read money see sums. */
const payers: readonly Role[] = ['FINANCE', 'FINANCE_LEAD', 'APPROVER', 'AUDITOR'];
const work: readonly Role[] = ['EMPLOYMENT', 'CLERK', 'REVIEWER', 'WINDOW_CLERK', 'AUDITOR'];

/**
 * The permissions: one row per action, with the roles that have it. A row answers "may this role do this at all";
 * row-level security decides which rows of data the actor sees, and the domain decides whether this person may decide
 * this record (maker is not checker).
 */
export const permissions = {
  // Organisations and staff
  'organization.read': everyone,
  'organization.manage': ['ADMINISTRATOR'],
  'staff.read': everyone,
  'staff.manage': ['ADMINISTRATOR'],
  // What was done on accounts or waits to be done.
  'account-act.read': ['ADMINISTRATOR', 'AUDITOR'],
  'audit.read': ['AUDITOR', 'ADMINISTRATOR'],
  // What falls due for others, with its reminders and escalations; everybody sees what falls due for themselves.
  'obligation.read': ['AUDITOR', 'ADMINISTRATOR'],

  // People, households, case files
  'household.read': [...caseWork, 'FINANCE', 'FINANCE_LEAD', 'EMPLOYMENT', 'LEGAL_AID'],
  'household.register': ['CLERK', 'WINDOW_CLERK'],
  // Health, remarks and findings: texts about a household's people.
  'health.read': caseWork,
  'identity.unmask': ['CLERK', 'REVIEWER', 'FINANCE', 'FINANCE_LEAD'],
  'phone.unmask': ['CLERK', 'REVIEWER', 'WINDOW_CLERK'],
  'bank-account.unmask': ['CLERK', 'FINANCE', 'FINANCE_LEAD'],
  // The second person for a payee that was corrected while money waits.
  'payee.confirm': ['REVIEWER', 'APPROVER'],
  // Whether two similar identities are two people.
  'same-person.answer': ['REVIEWER', 'APPROVER', 'FINANCE_LEAD'],
  'roster.import': ['CLERK'],
  'case-file.submit': ['CLERK'],
  'case-file.review': ['REVIEWER'],
  'case-file.activate': ['REVIEWER', 'APPROVER'],
  // The second person for a change after the public posting, an exit, a posting entered afterwards, a dibao line.
  'case-file.confirm': ['REVIEWER', 'APPROVER'],
  'posting.publish': ['REVIEWER'],
  'posting.record-objection': ['CLERK', 'WINDOW_CLERK', 'REVIEWER'],
  'posting.answer-objection': ['REVIEWER', 'APPROVER'],
  'visit.record': ['CLERK', 'REVIEWER', 'WINDOW_CLERK'],

  // Policies, campaigns, applications
  'policy.read': everyone,
  'campaign.read': everyone,
  'campaign.open': ['ADMINISTRATOR'],
  'application.read': [...caseWork, 'FINANCE', 'FINANCE_LEAD'],
  'application.put-forward': ['CLERK', 'REVIEWER'],
  'application.approve': ['APPROVER'],

  // Money
  // Funds, receipts, allocations, accounts and counts: sums without a person.
  'fund.read': [...payers, 'STATISTICS', 'ADMINISTRATOR'],
  // Entries of the ledger: the memo of a payment names its payee.
  'ledger.read': payers,
  'receipt.record': ['FINANCE'],
  'allocation.send': ['FINANCE'],
  'allocation.receive': ['FINANCE'],
  // Receipts and allocations above the limit wait for the head of finance.
  'entry.check': ['FINANCE_LEAD'],
  'batch.prepare': ['FINANCE'],
  'batch.approve': ['FINANCE_LEAD'],
  'batch.pay': ['FINANCE'],
  'batch.read': payers,
  // Grants, payments and their vouchers, each with its payee.
  'voucher.read': [...payers, 'REVIEWER', 'CLERK'],
  // Why a household is given money, held or not paid: printed on vouchers, judged by the head of finance.
  'payment-reason.read': [...caseWork, 'FINANCE', 'FINANCE_LEAD'],
  'payment-file.download': ['FINANCE', 'FINANCE_LEAD'],

  // Work and rights
  'employment.read': work,
  // What employers offer, without a person.
  'vacancy.read': [...work, 'STATISTICS'],
  'employment.manage': ['EMPLOYMENT'],
  'legal-case.read': ['LEGAL_AID', 'CLERK', 'REVIEWER', 'WINDOW_CLERK', 'AUDITOR'],
  'legal-case.read-content': ['LEGAL_AID'],
  'legal-case.manage': ['LEGAL_AID'],

  // Figures
  'report.read': ['STATISTICS', 'APPROVER', 'FINANCE', 'FINANCE_LEAD', 'REVIEWER', 'AUDITOR', 'ADMINISTRATOR'],
  'report.enter': ['STATISTICS'],
  'report.submit': ['STATISTICS'],
  'report.accept': ['STATISTICS'],
  'report.replay': ['ADMINISTRATOR'],
  // A form for one's own organisation and those below: one person drafts it, another issues it.
  'form.draft': ['ADMINISTRATOR'],
  'form.issue': ['ADMINISTRATOR'],

  // Running the system
  'dead-letter.read': ['ADMINISTRATOR'],
  'dead-letter.read-stack': ['ADMINISTRATOR'],
  'dead-letter.replay': ['ADMINISTRATOR'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof permissions;

/** Whether any of the roles has the permission. */
export function permits(held: readonly Role[], action: Action): boolean {
  const holders: readonly Role[] = permissions[action];
  return held.some((role) => holders.includes(role));
}
