import type { SchemaTypes } from '@pothos/core';
import { prismaSql } from '@nuangong/database';
import type { PrismaClientLike } from '@nuangong/event-bus';
import { isUuid, localDateAt } from '@nuangong/primitives';
import {
  describedValues,
  graphNamesOf,
  loadManyBy,
  pageOf,
  type RequestContext,
  type SubgraphBuilder,
} from '@nuangong/subgraph';
import { lapseReasons } from './end-obligations.ts';
import { addressOf, kindOf, obligationKindCodes, titleOf, type ObligationKindCode } from './kind.ts';
import { standingOn, type ObligationStanding } from './obligation-plan.ts';
import {
  countObligations,
  firstRows,
  readFirstObligations,
  readObligations,
  readObligationSteps,
  type Obligation,
  type ObligationCount,
  type ObligationStatus,
  type ObligationStep,
} from './read-obligations.ts';

/** The part of a service that its obligations need: its clock. */
interface Clocked {
  readonly clock: () => Date;
}

type Builder = SubgraphBuilder<object, PrismaClientLike, Clocked>;
type Context = RequestContext<PrismaClientLike, Clocked>;

/**
 * Adds a service's obligations to its graph: `identityObligations` and `identityObligationCounts`. Each service has
 * separate fields, so that one that is down hides no other; their types are the same in all.
 *
 * @param service the service's name: `identity`, `case-records`.
 */
export function addObligations<Types extends SchemaTypes>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
  service: string,
): void {
  const shared = builder as unknown as Builder;
  const { name } = graphNamesOf(service);
  const Kind = addKind(shared);
  const Item = addObligation(shared, service, Kind);
  const Page = shared.objectRef<{ readonly items: readonly Obligation[]; readonly total: number }>('ObligationPage');
  Page.implement({
    description: 'A page of obligations of one service: open ones by due day, ended ones latest first.',
    shareable: true,
    fields: (t) => ({
      items: t.field({ type: [Item], resolve: ({ items }) => [...items] }),
      total: t.exposeInt('total', { description: 'How many on all pages.' }),
    }),
  });
  const Filter = addFilter(shared, Kind);
  shared.queryField(`${name}Obligations`, (t) =>
    t.field({
      type: Page,
      nullable: true,
      description:
        'What falls due in this service for the reader: in their own organisation and roles, or escalated to them.',
      args: { filter: t.arg({ type: Filter }), page: t.arg.int(), perPage: t.arg.int() },
      resolve: async (_root, { filter, ...page }, { tx, actor, parts }) => {
        const wanted = filter ?? {};
        if (wanted.recordId != null && !isUuid(wanted.recordId)) return { items: [], total: 0 };
        return readObligations(prismaSql(tx), actor, wanted, localDateAt(parts.clock()), pageOf(page));
      },
    }),
  );
  const Count = addCount(shared, Kind, Item);
  shared.queryField(`${name}ObligationCounts`, (t) =>
    t.field({
      type: [Count],
      nullable: true,
      description: 'How much of each kind falls due in this service for the reader; kinds without any are left out.',
      args: {
        everybody: t.arg.boolean({
          description: 'For who may read them: those of everybody in the organisation and below.',
        }),
      },
      resolve: async (_root, { everybody }, { tx, actor, parts }) => {
        const counts = await countObligations(prismaSql(tx), actor, { everybody }, localDateAt(parts.clock()));
        return counts.map((count) => ({ ...count, everybody: everybody === true }));
      },
    }),
  );
}

type KindEnum = ReturnType<typeof addKind>;

function addKind(builder: Builder) {
  const words = Object.fromEntries(
    obligationKindCodes.map((code) => {
      const { name } = kindOf(code);
      return [code, `${name.en} (${name.zh}).`];
    }),
  ) as Record<ObligationKindCode, string>;
  return builder.enumType('ObligationKind', {
    description: 'What falls due (应办事项).',
    values: describedValues<ObligationKindCode>(words),
  });
}

function addFilter(builder: Builder, Kind: KindEnum) {
  return builder.inputType('ObligationFilter', {
    description: 'Which obligations are wanted: all conditions given hold together.',
    fields: (t) => ({
      kind: t.field({ type: Kind, description: 'Only those of a kind.' }),
      overdue: t.boolean({
        description: 'Only open ones whose due day is over; narrows nothing among those that ended.',
      }),
      ended: t.boolean({ description: 'Those that were met or lapsed, instead of those open.' }),
      everybody: t.boolean({
        description: 'For who may read them: those of everybody in the organisation and below.',
      }),
      recordId: t.id({ description: 'Those of the record with this id, open and ended.' }),
    }),
  });
}

/** A loader of the first obligations of a kind: of everybody, or of the reader; one statement for all kinds. */
const firstOf = (everybody: boolean) =>
  loadManyBy<Context, Obligation>(
    ({ kind }) => kind,
    ({ tx, actor, parts }) => readFirstObligations(prismaSql(tx), actor, { everybody }, localDateAt(parts.clock())),
  );
const firstOfEverybody = firstOf(true);
const firstOfReader = firstOf(false);

interface CountOf extends ObligationCount {
  readonly everybody: boolean;
}

function addCount(builder: Builder, Kind: KindEnum, Item: ReturnType<typeof addObligation>) {
  return builder.objectRef<CountOf>('ObligationCount').implement({
    description: 'How much of a kind falls due.',
    shareable: true,
    fields: (t) => ({
      kind: t.expose('kind', { type: Kind, description: 'The kind.' }),
      name: t.string({ resolve: ({ kind }, _arguments, { language }) => kindOf(kind).name[language] }),
      total: t.exposeInt('total', { description: 'All that are open.' }),
      overdue: t.exposeInt('overdue', { description: 'Of these, those whose due day is over.' }),
      today: t.exposeInt('today', { description: 'Of these, those due today.' }),
      week: t.exposeInt('week', { description: 'Of these, those due in the next seven days, today not included.' }),
      reminded: t.exposeInt('reminded', { description: 'Of these, those that were reminded of (催办).' }),
      escalated: t.exposeInt('escalated', {
        description: 'Of these, those escalated to the superior (已报上级).',
      }),
      nextDueOn: t.expose('nextDueOn', {
        type: 'LocalDate',
        nullable: true,
        description: 'The earliest due day from today on; null where all are overdue.',
      }),
      first: t.field({
        type: [Item],
        description: `The first ${firstRows} of them by due day.`,
        resolve: async ({ kind, everybody }, _arguments, context) => [
          ...(await (everybody ? firstOfEverybody(context, kind) : firstOfReader(context, kind))),
        ],
      }),
    }),
  });
}

const statuses = describedValues<ObligationStatus>({
  OPEN: 'Somebody must still act.',
  MET: 'A record met it.',
  LAPSED: 'It ended without being met; `endedBecause` says why.',
});

const standings = describedValues<ObligationStanding>({
  OVERDUE: 'Its due day is over.',
  TODAY: 'It is due today.',
  WEEK: 'It is due in the next seven days.',
  LATER: 'It is due later.',
});

const stepKinds = describedValues<ObligationStep['kind']>({
  OPENED: 'It came into being.',
  MOVED: 'Its due day changed.',
  REMINDED: 'It was reminded of (催办).',
  ESCALATED: 'The superior organisation was told (已报上级).',
  MET: 'A record met it.',
  LAPSED: 'It ended without being met.',
});

const stepsOf = loadManyBy<Context, ObligationStep>(
  ({ obligationId }) => obligationId,
  ({ tx }, ids) => readObligationSteps(prismaSql(tx), ids),
);

function addStep(builder: Builder) {
  const StepKind = builder.enumType('ObligationStepKind', {
    description: 'What happened to an obligation.',
    values: stepKinds,
  });
  return builder.objectRef<ObligationStep>('ObligationStep').implement({
    description: 'A step in the history of an obligation; never altered.',
    shareable: true,
    fields: (t) => ({
      kind: t.expose('kind', { type: StepKind, description: 'What happened.' }),
      on: t.field({
        type: 'LocalDate',
        description: 'The day that a reminder or escalation was planned for; of other steps, the due day.',
        resolve: ({ onDay }) => onDay,
      }),
      at: t.expose('at', { type: 'Instant', description: 'When it happened.' }),
    }),
  });
}

function addObligation(builder: Builder, service: string, Kind: KindEnum) {
  const Status = builder.enumType('ObligationStatus', {
    description: 'Whether an obligation is open, or how it ended.',
    values: statuses,
  });
  const Standing = builder.enumType('ObligationStanding', {
    description: 'How soon an open obligation is due.',
    values: standings,
  });
  const Step = addStep(builder);
  return builder.objectRef<Obligation>('Obligation').implement({
    description: 'Something that falls due: who must act on which record, by which day (应办事项).',
    shareable: true,
    fields: (t) => ({
      id: t.exposeID('id'),
      service: t.string({ description: 'The service that has it: case-records, identity.', resolve: () => service }),
      kind: t.expose('kind', { type: Kind, description: 'What falls due.' }),
      name: t.string({ resolve: ({ kind }, _arguments, { language }) => kindOf(kind).name[language] }),
      title: t.string({
        description: 'Which record it is about, in the reader’s language.',
        resolve: ({ kind, parts }, _arguments, { language }) => titleOf(kindOf(kind), parts, language),
      }),
      organizationPath: t.exposeString('organizationPath'),
      organizationName: t.exposeString('organizationName'),
      recordType: t.exposeString('recordType', { description: 'The type of its record: PublicPosting.' }),
      recordId: t.exposeID('recordId', { description: 'The id of its record.' }),
      address: t.string({
        description: 'The path of the console where the reader sees its record.',
        resolve: (obligation, _arguments, { actor }) => addressOf(kindOf(obligation.kind), obligation, actor.staffId),
      }),
      dueOn: t.expose('dueOn', { type: 'LocalDate', description: 'The last day on which it is met in time.' }),
      standing: t.field({
        type: Standing,
        nullable: true,
        description: 'How soon it is due; null once it ended.',
        resolve: ({ status, dueOn }, _arguments, { parts }) =>
          status === 'OPEN' ? standingOn(dueOn, localDateAt(parts.clock())) : null,
      }),
      remindedAt: t.expose('remindedAt', {
        type: 'Instant',
        nullable: true,
        description: 'When it was last reminded of (催办); null where it was not.',
      }),
      escalatedAt: t.expose('escalatedAt', {
        type: 'Instant',
        nullable: true,
        description: 'When it was escalated to the superior organisation (已报上级); null if it was not.',
      }),
      status: t.expose('status', { type: Status, description: 'Whether it is open, or how it ended.' }),
      endedAt: t.expose('endedAt', {
        type: 'Instant',
        nullable: true,
        description: 'When it was met or lapsed; null while it is open.',
      }),
      endedBecause: t.string({
        nullable: true,
        description: 'Why it ended without being met, in the reader’s language; null unless it did.',
        resolve: ({ lapseReason }, _arguments, { language }) =>
          lapseReason === null ? null : lapseReasons[lapseReason][language],
      }),
      metByType: t.exposeString('metByType', {
        nullable: true,
        description: 'The type of the record that met it; null unless one did.',
      }),
      metById: t.exposeID('metById', {
        nullable: true,
        description: 'The id of the record that met it; null unless one did.',
      }),
      history: t.field({
        type: [Step],
        description: 'What happened to it, oldest first.',
        resolve: async ({ id }, _arguments, context) => [...(await stepsOf(context, id))],
      }),
    }),
  });
}
