import { contracts, newEventId } from '@nuangong/events';
import { announce } from '@nuangong/service';
import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { notFound, runCommand } from '@nuangong/subgraph';
import {
  combineFields,
  isUuid,
  localDateAt,
  ok,
  parseId,
  readHappenedDay,
  readRequiredText,
  readText,
  refuse,
  type DayFloor,
  type Result,
} from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { Visit } from '../../generated/prisma/client.ts';
import { findingsPlace, sealWritten } from '../../register/written-words/written-of-people.ts';
import { sealWords, wordsPlace } from '../../register/written-words/sealed-words.ts';
import { faultOfEmptyVisit, readSafety, type SafetyCheck } from './visit.ts';
import { organizationReference } from '../../register/organization/organization-reference.ts';

export interface RecordVisitInput {
  readonly householdId: string;
  readonly visitedOn: string;
  /** Required when the day is before 1 January of last year. */
  readonly dateReason?: string | null | undefined;
  readonly visitors: string;
  readonly leaderLed?: boolean | null | undefined;
  readonly brought?: string | null | undefined;
  readonly findings?: string | null | undefined;
  /** The housing-safety checklist; a point left out was not looked at. */
  readonly safety?: readonly SafetyCheck[] | null | undefined;
  readonly campaignId?: string | null | undefined;
}

/** Records a visit to a household (走访慰问): who visited, what was brought, what was found; an empty one is refused. */
export async function recordVisit(context: CaseRecordsContext, input: RecordVisitInput): Promise<Result<Visit>> {
  const at = context.parts.clock();
  const { actor, requestId } = context;
  return runCommand(context, { action: 'visit.record' }, async (tx: Transaction) => {
    const campaignId = input.campaignId ? parseId<'CampaignId'>(input.campaignId, 'campaignId') : ok(null);
    const campaign =
      campaignId.ok && campaignId.value !== null
        ? await tx.campaign.findUnique({ where: { id: campaignId.value } })
        : null;
    const fields = combineFields({
      day: readHappenedDay(input.visitedOn, {
        field: 'visitedOn',
        what: { zh: '走访日期', en: 'the day of the visit' },
        today: localDateAt(at),
        restsOn: [firstDayOf(campaign)],
        reason: { text: input.dateReason, field: 'dateReason' },
      }),
      visitors: readRequiredText(input.visitors, 'visitors', 200),
      brought: readText(input.brought, 'brought', 500),
      findings: readText(input.findings, 'findings', 2000),
      safety: readSafety(input.safety ?? [], 'safety'),
      campaignId,
    });
    if (!fields.ok) return fields;
    const empty = faultOfEmptyVisit(fields.value);
    if (empty !== undefined) return refuse(empty);
    const household = isUuid(input.householdId)
      ? await tx.household.findUnique({ where: { id: input.householdId } })
      : null;
    if (household === null) return refuse(notFound({ zh: '家庭', en: 'household' }, 'householdId'));
    const { day, brought, findings, safety, ...rest } = fields.value;
    const visitedOn = day.on;
    if (rest.campaignId !== null && campaign === null) {
      return refuse(notFound({ zh: '活动', en: 'campaign' }, 'campaignId'));
    }
    const { keyring } = context.parts;
    const row = { id: newEventId(), organizationPath: household.organizationPath };
    const visit = await tx.visit.create({
      data: {
        ...rest,
        ...row,
        householdId: household.id,
        visitedOn: storedDate(visitedOn),
        dateReason: sealWords(keyring, day.reason, wordsPlace('visit', 'date_reason', row)),
        leaderLed: input.leaderLed ?? false,
        brought: sealWords(keyring, brought, wordsPlace('visit', 'brought', row)),
        gasSafety: safety.GAS,
        fireSafety: safety.FIRE,
        collapseSafety: safety.COLLAPSE,
        dwellingSafety: safety.DWELLING,
        sealedFindings: sealWritten(keyring, findings, findingsPlace(row.id, row.organizationPath)),
        staffId: actor.staffId,
        staffName: actor.name,
        recordedAt: at,
      },
    });
    await announce(tx, { actor, requestId, at }, contracts['visit-made.v1'], [
      {
        organizationPath: household.organizationPath,
        data: {
          visitId: visit.id,
          householdId: household.id,
          organization: organizationReference(household),
          campaignId: rest.campaignId,
          visitedOn,
          withGoodsOrMoney: brought !== '',
        },
      },
    ]);
    await recordAudit(tx, { actor, requestId }, [
      { action: 'visit.record', recordType: 'Household', recordId: household.id, after: { visitId: visit.id } },
    ]);
    return ok(visit);
  });
}

/** A visit under a campaign cannot be before the campaign's first day. */
function firstDayOf(campaign: { readonly startsOn: Date } | null): DayFloor | undefined {
  if (campaign === null) return undefined;
  return { on: readStoredDate(campaign.startsOn), what: { zh: '活动开始日期', en: 'the first day of the campaign' } };
}
