import { readStoredDate } from '@nuangong/database';
import { commandResult, describedValues, loadManyBy, loadById, requirePermission } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type { Visit as VisitRow } from '../../generated/prisma/client.ts';
import { Household, loadHousehold } from '../../register/household/household.graphql.ts';
import { readWritten } from '../../register/written-words/read-written.ts';
import { readWordsInLanguage, wordsPlace } from '../../register/written-words/sealed-words.ts';
import { findingsPlace } from '../../register/written-words/written-of-people.ts';
import { addTimelineSource } from '../../register/timeline/timeline-sources.ts';
import { recordVisit } from './record-visit.ts';
import type { SafetyCheck, SafetyPoint, SafetyState } from './visit.ts';

const loadVisits = loadManyBy<CaseRecordsContext, VisitRow>(
  (row) => row.householdId,
  (context, ids) => context.tx.visit.findMany({ where: { householdId: { in: ids } }, orderBy: { visitedOn: 'desc' } }),
);

const readFindings = (context: CaseRecordsContext, visit: VisitRow): Promise<string | null> =>
  readWritten(context, visit.householdId, visit.sealedFindings, findingsPlace(visit.id, visit.organizationPath));

const SafetyPointEnum = builder.enumType('HousingSafetyPoint', {
  description: 'A point of the housing-safety checklist of a visit (§001-4).',
  values: describedValues<SafetyPoint>({
    GAS: 'Poisoning by gas (煤气中毒).',
    FIRE: 'Fire (火灾).',
    COLLAPSE: 'Collapse of the dwelling (房屋倒塌).',
    DWELLING: 'No dwelling, or a dangerous one (无房、危房).',
  }),
});

const SafetyStateEnum = builder.enumType('HousingSafetyState', {
  description: 'The result of looking at a point of the checklist.',
  values: describedValues<SafetyState>({
    SAFE: 'Nothing was found (正常).',
    HAZARD: 'A hazard was found (隐患).',
    NOT_CHECKED: 'Nobody looked (未查看).',
  }),
});

const SafetyCheckType = builder.objectRef<SafetyCheck>('HousingSafetyCheck').implement({
  description: 'A point of the housing-safety checklist with its result.',
  fields: (t) => ({
    point: t.expose('point', { type: SafetyPointEnum, description: 'The point.' }),
    state: t.expose('state', { type: SafetyStateEnum, description: 'Its result.' }),
  }),
});

/** The checklist of a stored visit; the database checks the states. */
function safetyOf(visit: VisitRow): readonly SafetyCheck[] {
  return [
    { point: 'GAS', state: visit.gasSafety as SafetyState },
    { point: 'FIRE', state: visit.fireSafety as SafetyState },
    { point: 'COLLAPSE', state: visit.collapseSafety as SafetyState },
    { point: 'DWELLING', state: visit.dwellingSafety as SafetyState },
  ];
}

export const Visit = builder.objectRef<VisitRow>('Visit').implement({
  description: 'A visit to a household (走访慰问).',
  fields: (t) => ({
    id: t.exposeID('id'),
    visitedOn: t.field({
      type: 'LocalDate',
      description: 'The day of the visit.',
      resolve: (visit) => readStoredDate(visit.visitedOn),
    }),
    dateReason: t.string({
      nullable: true,
      description: 'Why an early visit was recorded so late; for those who do the casework, each reading is audited.',
      resolve: (visit, _arguments, context) =>
        readWordsInLanguage(context, visit.householdId, visit.dateReason, wordsPlace('visit', 'date_reason', visit)),
    }),
    visitors: t.exposeString('visitors', { description: 'The visitors.' }),
    leaderLed: t.exposeBoolean('leaderLed', { description: 'Whether a leader (领导) led it.' }),
    brought: t.string({
      nullable: true,
      description: 'For those who do the casework; each reading is audited.',
      resolve: (visit, _arguments, context) =>
        readWordsInLanguage(context, visit.householdId, visit.brought, wordsPlace('visit', 'brought', visit)),
    }),
    findings: t.string({
      nullable: true,
      description: 'For those who do the casework; each reading is audited.',
      resolve: (visit, _arguments, context) => readFindings(context, visit),
    }),
    safety: t.field({
      type: [SafetyCheckType],
      description: 'The housing-safety checklist, every point of it.',
      resolve: (visit) => [...safetyOf(visit)],
    }),
    staffName: t.exposeString('staffName'),
    campaignId: t.exposeID('campaignId', { nullable: true }),
    household: t.field({
      type: Household,
      nullable: true,
      description: 'The household visited; null if the reader may not see it.',
      resolve: async ({ householdId }, _arguments, context) => (await loadHousehold(context, householdId)) ?? null,
    }),
  }),
});

const loadVisit = loadById<CaseRecordsContext, VisitRow>((context, ids) =>
  context.tx.visit.findMany({ where: { id: { in: ids } } }),
);

builder.objectField(Household, 'visits', (t) =>
  t.field({
    type: [Visit],
    description: 'Its visits, latest first.',
    resolve: async (household, _arguments, context) => [...(await loadVisits(context, household.id))],
  }),
);

builder.queryField('visit', (t) =>
  t.field({
    type: Visit,
    nullable: true,
    description: 'One visit.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'household.read');
      return (await loadVisit(context, id)) ?? null;
    },
  }),
);

const SafetyCheckInput = builder.inputType('HousingSafetyCheckInput', {
  description: 'What was found at a point of the housing-safety checklist.',
  fields: (t) => ({
    point: t.field({ type: SafetyPointEnum, required: true, description: 'The point.' }),
    state: t.field({ type: SafetyStateEnum, required: true, description: 'Its result.' }),
  }),
});

const RecordVisitInput = builder.inputType('RecordVisitInput', {
  fields: (t) => ({
    householdId: t.id({ required: true }),
    visitedOn: t.field({ type: 'LocalDate', required: true, description: 'The day of the visit; not in the future.' }),
    dateReason: t.string({ description: 'The reason for a day before 1 January of last year; kept with the visit.' }),
    visitors: t.string({ required: true, description: 'The visitors, at most 200 characters.' }),
    leaderLed: t.boolean({ description: 'Whether a leader (领导) led it; false if left out.' }),
    brought: t.string({ description: 'The items given, at most 500 characters.' }),
    findings: t.string({ description: 'The findings, at most 2,000 characters.' }),
    safety: t.field({
      type: [SafetyCheckInput],
      description: 'The housing-safety checklist; a point left out was not looked at.',
    }),
    campaignId: t.id(),
  }),
});

builder.mutationField('recordVisit', (t) =>
  t.field({
    type: commandResult(builder, 'RecordVisitResult', 'visit', Visit),
    description: 'Records a visit to a household (走访慰问); one that says nothing is refused.',
    args: { input: t.arg({ type: RecordVisitInput, required: true }) },
    resolve: (_root, { input }, context) => recordVisit(context, input),
  }),
);

const sameInBoth = (text: string | null | undefined) => (text ? { zh: text, en: text } : undefined);

addTimelineSource(
  { kinds: { VISIT: 'It was visited (走访慰问).' }, recordTypes: { Visit: 'A visit.' } },
  async (context, householdIds) => {
    const visits = await context.tx.visit.findMany({
      where: { householdId: { in: [...householdIds] } },
      include: { household: { select: { organizationName: true } } },
    });
    const findings = await Promise.all(visits.map((visit) => readFindings(context, visit)));
    return visits.map((visit, place) => ({
      id: visit.id,
      householdId: visit.householdId,
      at: visit.visitedOn,
      kind: 'VISIT',
      title: { zh: `走访慰问：${visit.visitors}`, en: `Visited by ${visit.visitors}` },
      detail: sameInBoth(findings[place]),
      actor: visit.staffName,
      organizationName: visit.household.organizationName,
      recordType: 'Visit',
      recordId: visit.id,
    }));
  },
);
