import { prismaSql, recordAudit, type AuditEntry, type RunSql } from '@nuangong/database';
import { contracts, newEventId, wordsElsewhere, type EventData } from '@nuangong/events';
import {
  combineFields,
  fen,
  formatYuan,
  formatYuanGrouped,
  localDateAt,
  ok,
  parseYuan,
  readText,
  sumFen,
  type Fen,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import { announce } from '@nuangong/service';
import { runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { holdQuotas } from '../campaign/hold-quotas.ts';
import { loadQuotaUse } from '../campaign/load-quota-use.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { causesInWords } from '../../register/household/words-of-facts.ts';
import { organizationReference } from '../../register/organization/organization-reference.ts';
import { personPlace } from '../../register/person/person-place.ts';
import { frequencyShape } from '../../policy/frequency/frequency.ts';
import { aidedAlready, holdTurns, type TurnClaim } from '../../policy/frequency/hold-turns.ts';
import { loadFrequencyOfApplications } from '../../policy/frequency/load-frequency.ts';
import { doubleUnanswered, loadUnansweredDoubles } from '../../register/same-person/unanswered-doubles.ts';
import { decideApproval } from './application.ts';
import { sealOpinion } from './seal-opinion.ts';
import { applicationConstraints, readChoice, rowsInOrder, type ApplicationsInput } from './choose-applications.ts';
import { lockApplications, type LockedApplication } from './lock-applications.ts';

export interface ApproveApplicationsInput extends ApplicationsInput {
  readonly opinion?: string | null | undefined;
  /** An amount that replaces the one decided, in yuan as typed; within the policy's range. */
  readonly amount?: string | null | undefined;
}

/** The outcome of a decision on several applications: a row for each, and the sum of those carried out, in fen. */
export interface DecidedApplications {
  readonly rows: readonly RowResult[];
  readonly total: Fen;
}

interface Approval {
  readonly application: LockedApplication;
  readonly grantId: string;
  readonly amount: Fen;
}

/**
 * Approves applications, each decided on its own (审批): one statement locks and reads them, one approves and keeps the
 * household's state, one announces `application-approved` for each. Concurrent approvals approve once.
 */
export function approveApplications(
  context: CaseRecordsContext,
  input: ApproveApplicationsInput,
): Promise<Result<DecidedApplications>> {
  const { clock, keyring } = context.parts;
  const at = clock();
  const options = { action: 'application.approve', constraints: applicationConstraints } as const;
  return runCommand(context, options, async (tx: Transaction) => {
    const read = combineFields({
      choice: readChoice(input),
      opinion: readText(input.opinion, 'opinion', 1000),
      amount: input.amount ? parseYuan(input.amount, { field: 'amount' }) : ok(null),
    });
    if (!read.ok) return read;
    const { choice, opinion, amount } = read.value;
    const run = prismaSql(tx);
    const results = new Map<string, RowResult>();
    const approvable: Approval[] = [];
    for (const application of await lockApplications(run, choice)) {
      const granted = amount ?? fen(BigInt(application.amount));
      const decided = decideApproval(context.actor.staffId, approvalCaseOf(application, granted));
      results.set(application.id, { id: application.id, ok: decided.ok, problems: decided.ok ? [] : decided.problems });
      if (decided.ok) approvable.push({ application, grantId: newEventId(at), amount: granted });
    }
    const single = await withoutDoubles(run, approvable, results);
    const inTurn = await withinFrequency(run, single, localDateAt(at), results);
    const approvals = await withinQuotas(run, inTurn, results);
    await keepApprovals(run, approvals, context, opinion, at);
    await announce(
      tx,
      { actor: context.actor, requestId: context.requestId, at },
      contracts['application-approved.v1'],
      await Promise.all(
        approvals.map(async (approval) => ({
          organizationPath: approval.application.organizationPath,
          data: await approvedEvent(approval, context.actor, keyring, at),
        })),
      ),
    );
    await recordAudit(tx, context, approvals.map(auditOf));
    return ok({ rows: rowsInOrder(choice, results), total: sumFen(approvals.map((each) => each.amount)) });
  });
}

/** Approvals whose head has no unanswered suspected double; the others are refused with what is alike. */
async function withoutDoubles(
  run: RunSql,
  approvable: readonly Approval[],
  results: Map<string, RowResult>,
): Promise<readonly Approval[]> {
  const households = approvable.map(({ application }) => application.householdId);
  const doubles = await loadUnansweredDoubles(run, households);
  return approvable.filter(({ application: { id, householdId } }) => {
    const double = doubles.get(householdId);
    if (double !== undefined) results.set(id, { id, ok: false, problems: [doubleUnanswered(double)] });
    return double === undefined;
  });
}

/** Approvals within the policy's frequency, in order; the others are refused with the day of the earlier aid. */
async function withinFrequency(
  run: RunSql,
  approvable: readonly Approval[],
  on: LocalDate,
  results: Map<string, RowResult>,
): Promise<readonly Approval[]> {
  const left = await loadFrequencyOfApplications(
    run,
    approvable.map(({ application }) => application.id),
    on,
  );
  const claims = approvable.map(({ application: { id, policy, aidType, mark, campaignId, frequency } }): TurnClaim => {
    const { people, turnsLeft, aidedOn } = left.get(id) ?? nothingLeft;
    return {
      policy,
      aidType,
      mark,
      campaignId,
      frequency: frequencyShape.parse(frequency),
      on,
      people,
      turnsLeft,
      aidedOn,
    };
  });
  const held = holdTurns(claims);
  return approvable.filter(({ application: { id } }, place) => {
    const [aidedOn, claim] = [held[place] ?? null, claims[place]];
    if (aidedOn === null || claim === undefined) return aidedOn === null;
    results.set(id, { id, ok: false, problems: [aidedAlready(claim, aidedOn)] });
    return false;
  });
}

/** An application that counts no person has no turn left. */
const nothingLeft = { people: [], turnsLeft: 0, aidedOn: null };

/** Approvals within quotas and budgets, in order; the others are refused with the reason. */
async function withinQuotas(
  run: RunSql,
  approvable: readonly Approval[],
  results: Map<string, RowResult>,
): Promise<readonly Approval[]> {
  const campaignIds = new Set(approvable.flatMap(({ application }) => application.campaignId ?? []));
  const claims = approvable.map(({ application, amount }) => ({ ...application, amount }));
  const held = holdQuotas(await loadQuotaUse(run, [...campaignIds], 'GRANTED'), claims);
  return approvable.filter(({ application: { id } }, place) => {
    const refusal = held[place] ?? null;
    if (refusal !== null) results.set(id, { id, ok: false, problems: [refusal] });
    return refusal === null;
  });
}

function approvalCaseOf(application: LockedApplication, amount: Fen): Parameters<typeof decideApproval>[1] {
  return {
    ...application,
    amount,
    amountMin: fen(BigInt(application.amountMin)),
    amountMax: fen(BigInt(application.amountMax)),
  };
}

function auditOf({ application, grantId, amount }: Approval): AuditEntry {
  return {
    action: 'application.approve',
    recordType: 'AidApplication',
    recordId: application.id,
    before: { status: application.status },
    after: { status: 'APPROVED', grantId, amount: formatYuan(amount) },
  };
}

/**
 * The event for funds and reporting. The payee's numbers, the reason and the clauses are sealed for this grant only.
 */
async function approvedEvent(
  { application, grantId, amount }: Approval,
  actor: CaseRecordsContext['actor'],
  keyring: Keyring,
  at: Date,
): Promise<EventData<(typeof contracts)['application-approved.v1']>> {
  const perCapita = formatYuanGrouped(fen(BigInt(application.perCapita)));
  return {
    applicationId: application.id,
    grantId,
    campaignId: application.campaignId,
    householdId: application.householdId,
    caseFileId: application.caseFileId,
    caseFileVersion: application.caseFileVersion,
    organization: organizationReference(application),
    book: application.book,
    aidType: application.aidType,
    mark: application.mark,
    amountFen: amount,
    clauses: [],
    eligibilityDecisionId: application.eligibilityDecisionId,
    sealedPayee: await sealPayee(application, grantId, keyring, {
      reason: `${causesInWords(application.causes)}；家庭人均月收入 ${perCapita} 元`,
      clauses: application.clauses,
    }),
    payeeName: application.headName,
    unitName: application.unitName === '' ? application.organizationName : application.unitName,
    reason: wordsElsewhere,
    migrantWorker: application.migrantWorker,
    modelWorker: application.modelWorker,
    approvedBy: { id: actor.staffId, name: actor.name },
    approvedAt: at.toISOString(),
    purpose: application.purpose,
    worksheetRow: application.worksheetRow,
    handlers: [...new Set([...application.handlers, application.putForwardBy, actor.staffId])],
  };
}

/** The payee, the reason and the clauses as JSON sealed for the grant. */
async function sealPayee(
  application: LockedApplication,
  grantId: string,
  keyring: Keyring,
  words: { readonly reason: string; readonly clauses: LockedApplication['clauses'] },
): Promise<string> {
  const { headId, headName, sealedIdentity, sealedBankAccount } = application;
  const payee = {
    name: headName,
    identityNumber: await keyring.open(sealedIdentity, personPlace(headId, 'sealed_identity')),
    bankAccount:
      sealedBankAccount === null
        ? null
        : await keyring.open(sealedBankAccount, personPlace(headId, 'sealed_bank_account')),
    ...words,
  };
  return keyring.sealForTransit(JSON.stringify(payee), grantId);
}

async function keepApprovals(
  run: RunSql,
  approvals: readonly Approval[],
  { actor, parts }: Pick<CaseRecordsContext, 'actor' | 'parts'>,
  opinion: string,
  at: Date,
): Promise<void> {
  if (approvals.length === 0) return;
  const words = approvals.map(({ application }) => sealOpinion(parts.keyring, application, opinion));
  await run(
    approveStatement,
    approvals.map((each) => each.application.id),
    approvals.map((each) => each.grantId),
    approvals.map((each) => `${each.amount}`),
    actor.staffId,
    actor.name,
    at.toISOString(),
    words.map(({ ofApplication }) => ofApplication),
    words.map(({ stepId }) => stepId),
    words.map(({ ofStep }) => ofStep),
  );
}

/**
 * Keeps the household's state at approval and its hash, computed over PostgreSQL's text of it. Remark and health are
 * left out; they are kept, sealed, in the household's version.
 */
const approveStatement = `
  with given as materialized (
    select g.id, g.words, g.step_id, g.step_words, g.grant_id, g.amount::bigint as amount_fen, a.status as from_status, jsonb_build_object(
      'household', to_jsonb(h) - array['organization_path', 'live',
        'roster_row_id', 'remark', 'sealed_remark', 'sought_head', 'sought_unit', 'head_by_pinyin', 'unit_by_pinyin'],
      'head', jsonb_build_object('name', p.name, 'maskedIdentity', p.masked_identity, 'birthDate', p.birth_date,
        'sex', p.sex, 'identityVerified', p.identity_verified),
      'members', coalesce((select jsonb_agg(jsonb_build_object('name', m.name, 'relation', m.relation,
          'standing', m.standing, 'ruralRegistration', m.rural_registration,
          'monthlyIncomeFen', m.monthly_income_fen, 'schooling', m.schooling) order by m.position)
        from household_member m where m.household_id = h.id), '[]'),
      'caseFile', jsonb_build_object('number', f.number, 'version', f.version, 'status', f.status,
        'activatedOn', f.activated_on),
      'takenAt', $6::timestamptz) as state
    from unnest($1::uuid[], $2::uuid[], $3::text[], $7::text[], $8::uuid[], $9::text[])
      as g(id, grant_id, amount, words, step_id, step_words)
    join aid_application a on a.id = g.id join household h on h.id = a.household_id
    join case_file f on f.id = a.case_file_id join person p on p.id = h.head_id
  ), approved as (
    update aid_application a set status = 'APPROVED', grant_id = g.grant_id, amount_fen = g.amount_fen,
      approved_by = $4::uuid, approved_name = $5, approved_at = $6::timestamptz, opinion = g.words,
      snapshot = g.state, snapshot_hash = encode(sha256(convert_to(g.state::text, 'UTF8')), 'hex')
    from given g where a.id = g.id
    returning a.id, a.organization_path, g.from_status, g.step_id, g.step_words
  )
  insert into application_step (id, application_id, organization_path, from_status, to_status, at, staff_id,
    staff_name, opinion)
  select step_id, id, organization_path, from_status, 'APPROVED', $6::timestamptz, $4::uuid, $5, step_words from approved`;
