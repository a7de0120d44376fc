import { z } from 'zod';

/** The keyword by which schemas, and the JSON Schemas made from them, mark a field as sensitive. */
export const sensitiveMark = 'x-sensitive';

/**
 * Declares that only the services may read a field: names, numbers and accounts of persons, sealed texts, health
 * reasons, text about somebody. Operators of the events see it masked.
 */
export function sensitive<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.meta({ [sensitiveMark]: true });
}

/** The id of a record, a UUID of any version. */
export const recordId = z.guid();

/** A calendar date in the organisation's local time, `2026-12-08`. */
export const localDate = z.iso.date();

/** A moment in UTC, `2026-12-08T01:30:00.000Z`. */
export const instant = z.iso.datetime();

/** A count, zero or more. */
export const count = z.int().min(0).max(10_000_000);

/** Money in fen: a bigint in the services, a string of decimal digits on the wire; never negative. */
export const fen = z.codec(z.string().regex(/^(0|[1-9]\d{0,17})$/u), z.bigint(), {
  decode: (digits) => BigInt(digits),
  encode: (amount) => amount.toString(),
});

/** A text that a person wrote or reads; never empty. */
export const text = z.string().min(1).max(2000);

/** The name of a person. */
export const personName = sensitive(text);

/** What somebody wrote about a person or a household. */
export const textAboutPerson = sensitive(text);

/** The text in a field whose real content travels sealed beside it. */
export const wordsElsewhere = '见原记录';

/** Text about a person or a household, sealed in transit for one record (`sealForTransit` of packages/sealing). */
export const sealedWords = sensitive(z.string().min(1).max(10_000));

/**
 * The reason in an event: sealed in transit, or plain in an event from before reasons were sealed.
 *
 * @param open opens sealed text for the record that it was sealed for (`openFromTransit` of packages/sealing).
 */
export function reasonTold(
  { reason, sealedReason }: { readonly reason: string; readonly sealedReason?: string | undefined },
  open: (sealed: string) => string,
): string {
  return sealedReason === undefined ? reason : open(sealedReason);
}

/** The organisation that a record belongs to; `path` holds the codes from the root down, each ended with `/`. */
export const organization = z.object({
  id: recordId,
  path: z.string().regex(/^([^/]+\/)+$/u),
  code: z.string().min(1).max(64),
  name: text,
});

export const organizationKind = z.enum(['PROVINCE', 'CITY', 'COUNTY', 'INDUSTRY_UNION', 'BASE_UNION', 'AID_STATION']);

/** What an aid station belongs to: a township or street, a community or village, an enterprise. */
export const stationKind = z.enum(['TOWNSHIP', 'COMMUNITY', 'ENTERPRISE']);

/** What an organisation may set for itself and those below it. */
export const settingKind = z.enum(['POSTING_WORKING_DAYS']);

/** The ranks of approval authority, lowest first. */
export const rank = z.enum(['CENTRE_DIRECTOR', 'UNION_CHAIR']);

/** The kinds of facilities, in the order of table 2, 12A to 12F and 12H. */
export const facilityKind = z.enum([
  'HOSPITAL',
  'PHARMACY',
  'SUPERMARKET',
  'SCHOOL',
  'COUNSELLING_ROOM',
  'TRAINING_BODY',
  'PLACEMENT_AGENCY',
]);

export const hardshipClass = z.enum(['BELOW_LINE', 'MARGINAL', 'SUDDEN']);

/** The causes of hardship in the glossary's order: 致困原因. Sensitive: some reveal somebody's health. */
export const hardshipCause = sensitive(
  z.enum([
    'MAJOR_ILLNESS',
    'DISABILITY',
    'SCHOOLING',
    'ACCIDENT',
    'DISASTER',
    'UNEMPLOYMENT',
    'FAMILY_CHANGE',
    'UNPAID_WAGES',
    'OTHER',
  ]),
);

/** Why a household left the register. Sensitive: one of them is a death. */
export const exitReason = sensitive(z.enum(['AIDED', 'INCOME_ABOVE_LINE', 'MOVED', 'DIED', 'OTHER']));

export const aidType = z.enum([
  'LIVING',
  'MEDICAL',
  'EDUCATION',
  'JOB_REFERRAL',
  'JOB_TRAINING',
  'POLICY_ADVICE',
  'LEGAL_AID',
  'STARTUP_LOAN',
  'OTHER',
]);

/** Living aid with a separate name in the statutory tables. */
export const aidMark = z.enum(['HEATING', 'HOLIDAY_VISIT']);

export const fundSource = z.enum(['CENTRAL_FISCAL', 'PROVINCIAL_FISCAL', 'LOCAL_FISCAL', 'UNION', 'DONATION', 'OTHER']);

export const legalCaseKind = z.enum(['CONSULTATION', 'DRAFTING', 'LITIGATION', 'MEDIATION', 'ARBITRATION']);

/** The part of an amount that comes from one fund. */
export const fundPart = z.object({ fundId: recordId, source: fundSource, amountFen: fen });

/** A clause of a policy, named by its code, that a decision rests on. */
export const policyClause = z.object({ policy: text, code: text, title: text });

/** A member of staff, by id and by name as printed. */
export const staffMember = z.object({ id: recordId, name: personName });

export type OrganizationReference = z.output<typeof organization>;
export type OrganizationKind = z.output<typeof organizationKind>;
export type HardshipClass = z.output<typeof hardshipClass>;
export type HardshipCause = z.output<typeof hardshipCause>;
export type ExitReason = z.output<typeof exitReason>;
export type AidType = z.output<typeof aidType>;
export type AidMark = z.output<typeof aidMark>;
export type FundSource = z.output<typeof fundSource>;
export type FundPart = z.output<typeof fundPart>;
export type LegalCaseKind = z.output<typeof legalCaseKind>;
export type PolicyClauseReference = z.output<typeof policyClause>;
