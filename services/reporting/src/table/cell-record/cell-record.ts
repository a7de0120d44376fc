import { permits, type Action, type Actor } from '@nuangong/access';
import type { Bilingual } from '@nuangong/primitives';
import { findFactKind } from '../../fact/fact/fact-kinds.ts';

/** A record behind a cell that a reader can open. */
export interface CellRecordLink {
  readonly recordType: CellRecordKind;
  readonly recordId: string;
  readonly title: Bilingual;
}

/** A fact behind a cell: what it contributes to this cell, and related ids. */
export interface CellFact {
  readonly id: string;
  readonly kind: string;
  readonly recordType: CellRecordKind;
  readonly recordId: string;
  readonly householdId: string | null;
  readonly on: string;
  readonly amountFen: bigint;
  readonly count: number;
  /** How many facts this line represents: more than one when households or persons are counted. */
  readonly facts: number;
  readonly organizationId: string;
  readonly organizationName: string;
  /** The other organisations in which the same household or person counts. */
  readonly alsoIn: readonly string[];
  readonly related: Readonly<Record<string, unknown>>;
}

/**
 * The records that the approval of a grant links to; found by its application, or by its household for the name only.
 */
export interface Approval {
  readonly applicationId: string;
  readonly householdId: string | null;
  readonly related: Readonly<Record<string, unknown>>;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The name of a kind of fact; its code when no reaction records it any more. */
const titleOfKind = (kind: string): Bilingual => findFactKind(kind)?.words ?? { zh: kind, en: kind };

/** The permission for each kind of record, the same as on the page that it opens. */
const readWith = {
  PAYMENT: 'voucher.read',
  VOUCHER: 'voucher.read',
  APPLICATION: 'application.read',
  ELIGIBILITY_DECISION: 'application.read',
  ROSTER_ROW: 'application.read',
  CASE_FILE: 'household.read',
  HOUSEHOLD: 'household.read',
  VISIT: 'household.read',
  RECEIPT: 'fund.read',
  ALLOCATION: 'fund.read',
  VACANCY: 'vacancy.read',
  ENROLMENT: 'employment.read',
  LEGAL_CASE: 'legal-case.read',
  WAGE_CLAIM: 'legal-case.read',
  AID_CENTRE: 'organization.read',
  CENTRE_POST: 'organization.read',
  FACILITY: 'organization.read',
  ORGANIZATION: 'organization.read',
} as const satisfies Readonly<Record<string, Action>>;

/** Records that are shown on the page of their organisation. */
export const shownOnOrganization: readonly string[] = ['AID_CENTRE', 'CENTRE_POST', 'FACILITY'];

/** The kind of a record behind a cell. */
export type CellRecordKind = keyof typeof readWith;

/** Whether the reader sees whose a record is; others check a figure by number, unit, day and amount. */
export const readsHouseholds = (actor: Actor): boolean => permits(actor.roles, 'household.read');

/** The payee's name, for those who read households; of money received or sent, the sender's. */
export function nameOf(fact: CellFact, approval: Approval | undefined, reader: Actor): string | undefined {
  return (readsHouseholds(reader) ? text(approval?.related['payeeName']) : undefined) ?? text(fact.related['fromName']);
}

/** The number of the voucher of a payment. */
export const voucherNumberOf = (fact: CellFact): string | undefined => text(fact.related['voucherNumber']);

/** The title of a record in a list: the payee's name if the reader may see it, and its number if it has one. */
export function titleOf(fact: CellFact, approval: Approval | undefined, reader: Actor): Bilingual {
  const { zh, en } = titleOfKind(fact.kind);
  const detail = [
    readsHouseholds(reader) ? text(approval?.related['payeeName']) : undefined,
    text(fact.related['voucherNumber']),
    text(fact.related['fromName']),
  ]
    .flatMap((each) => each ?? [])
    .join(' ');
  const more = fact.facts > 1 ? { zh: `（${fact.facts} 笔）`, en: ` (${fact.facts})` } : { zh: '', en: '' };
  return detail === ''
    ? { zh: zh + more.zh, en: en + more.en }
    : { zh: `${detail}${more.zh}`, en: `${detail}${more.en}` };
}

/** The records that a fact links to, nearest first: the record itself, its papers, then the household. */
export function linksOf(fact: CellFact, approval: Approval | undefined, reader: Actor): readonly CellRecordLink[] {
  const links: CellRecordLink[] = [];
  const add = (recordType: CellRecordKind, recordId: unknown, zh: string, en: string) => {
    const id = text(recordId);
    const action = readWith[recordType];
    if (id !== undefined && permits(reader.roles, action)) links.push({ recordType, recordId: id, title: { zh, en } });
  };
  const { related } = fact;
  const own = titleOfKind(fact.kind);
  if (shownOnOrganization.includes(fact.recordType)) add('ORGANIZATION', fact.organizationId, own.zh, own.en);
  else add(fact.recordType, fact.recordId, own.zh, own.en);
  const number = text(related['voucherNumber']) ?? '';
  add('VOUCHER', related['voucherId'], `发放凭证 ${number}`.trim(), `Voucher ${number}`.trim());
  add('APPLICATION', related['applicationId'], '救助申请与审批', 'Application and approval');
  if (approval !== undefined && approval.applicationId === related['applicationId']) {
    add('ELIGIBILITY_DECISION', approval.related['eligibilityDecisionId'], '资格判定', 'Eligibility decision');
    const row = approval.related['worksheetRow'];
    if (typeof row === 'number') add('ROSTER_ROW', approval.applicationId, `名册第 ${row} 行`, `Roster row ${row}`);
  }
  add('CASE_FILE', fact.recordType === 'CASE_FILE' ? undefined : related['caseFileId'], '困难职工档案', 'Case file');
  add('HOUSEHOLD', fact.householdId, '家庭', 'Household');
  return links;
}
