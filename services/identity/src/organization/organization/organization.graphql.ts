import { literalPattern, readStoredDate, storedDate } from '@nuangong/database';
import { localDateAt } from '@nuangong/primitives';
import { commandResult, describedValues, loadById, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type IdentityContext } from '../../builder.ts';
import type { Organization, Prisma } from '../../generated/prisma/client.ts';
import { closeOrganization } from './close-organization.ts';
import type { OrganizationKind, StationKind } from './organization.ts';
import { moveOrganization } from './move-organization.ts';
import { registerOrganization } from './register-organization.ts';
import { renameOrganization } from './rename-organization.ts';
import { firstDay, lastDay } from '../in-force/in-force-fields.ts';

export const OrganizationKindEnum = builder.enumType('OrganizationKind', {
  description: 'What an organisation is in the tree of unions.',
  values: describedValues<OrganizationKind>({
    PROVINCE: 'The federation of a province (省总工会).',
    CITY: 'The federation of a city (市总工会).',
    COUNTY: 'The federation of a county or district (县、区总工会).',
    INDUSTRY_UNION: 'The union of an industry (产业工会).',
    BASE_UNION: 'The union of one employer or of a few (基层工会).',
    AID_STATION: 'A station of an aid centre (帮扶站点).',
  }),
});

export const StationKindEnum = builder.enumType('StationKind', {
  description: 'Of what an aid station is.',
  values: describedValues<StationKind>({
    TOWNSHIP: 'Of a township or street (乡镇、街道工作站).',
    COMMUNITY: 'Of a community or village (社区、村站点).',
    ENTERPRISE: 'Of an enterprise (企业帮扶中心或站点).',
  }),
});

const OrganizationHistoryType = builder.prismaObject('OrganizationHistory', {
  description: 'What an organisation was called from a day on, or until which day it was in force.',
  fields: (t) => ({
    id: t.exposeID('id'),
    from: t.field({
      type: 'LocalDate',
      description: 'The day from which it stood so; of a closing, the last day in force.',
      select: { fromDay: true },
      resolve: ({ fromDay }) => readStoredDate(fromDay),
    }),
    name: t.string({
      description: 'What it was called.',
      select: { state: true },
      resolve: ({ state }) => wordIn(state, 'name'),
    }),
    closed: t.boolean({
      description: 'Whether the entry is its closing.',
      select: { state: true },
      resolve: ({ state }) => wordIn(state, 'in_force_to') !== '',
    }),
    recordedAt: t.expose('recordedAt', { type: 'Instant', description: 'When it was entered.' }),
  }),
});

/** A text field of a stored state; empty if it has none. */
function wordIn(state: Prisma.JsonValue, name: string): string {
  const value = typeof state === 'object' && state !== null && !Array.isArray(state) ? state[name] : null;
  return typeof value === 'string' ? value : '';
}

builder.prismaObject('OrganizationMove', {
  description: 'A move of an organisation below another superior (划转), kept with both places.',
  fields: (t) => ({
    id: t.exposeID('id'),
    from: t.field({
      type: 'LocalDate',
      description: 'The first day below the new superior.',
      select: { fromDay: true },
      resolve: ({ fromDay }) => readStoredDate(fromDay),
    }),
    formerParentName: t.exposeString('formerParentName', { description: 'What the former superior was called then.' }),
    parentName: t.exposeString('parentName', { description: 'What the new superior was called then.' }),
    formerPath: t.exposeString('formerPath', { description: 'Its path before: 51/5101/510101/510101-09/.' }),
    path: t.exposeString('path', { description: 'Its path from that day on.' }),
    reason: t.exposeString('reason', { description: 'Why it moved.' }),
    movedByName: t.exposeString('movedByName', { description: 'Who moved it.' }),
    movedAt: t.expose('movedAt', { type: 'Instant', description: 'When it was entered.' }),
  }),
});

/** The most entries of one organisation's history or facilities that are returned. */
const mostHistory = 100;

export const OrganizationType = builder.prismaObject('Organization', {
  description: 'A node of the one tree of unions (工会组织).',
  fields: (t) => ({
    id: t.exposeID('id'),
    code: t.exposeString('code', { description: 'Its code, the last of its path: 510101.' }),
    name: t.exposeString('name'),
    kind: t.field({
      type: OrganizationKindEnum,
      description: 'What it is.',
      select: { kind: true },
      resolve: (organization) => organization.kind,
    }),
    stationKind: t.field({
      type: StationKindEnum,
      nullable: true,
      description: 'Of what it is a station; null for anything else.',
      select: { stationKind: true },
      resolve: ({ stationKind }) => stationKind,
    }),
    inForceFrom: t.field(firstDay('Its first day in force.')),
    inForceTo: t.field(lastDay('Its last day in force; null while it is open.')),
    history: t.field({
      type: [OrganizationHistoryType],
      description: 'What it was called and whether it was closed, the latest first (沿革).',
      select: (_arguments, _context, nestedSelection) => ({
        history: nestedSelection({
          where: { recordType: 'ORGANIZATION', ofMove: false },
          orderBy: [{ fromDay: 'desc' }, { id: 'desc' }],
          take: mostHistory,
        }),
      }),
      resolve: ({ history }) => history,
    }),
    moves: t.relation('moves', {
      query: { orderBy: { sequence: 'desc' }, take: mostHistory },
      description: 'Its moves below another superior, the latest first (划转记录).',
    }),
    path: t.exposeString('path', {
      description: 'The codes of the organisations from the root down to it: 51/5101/510101/.',
    }),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The organisation above it; null at the root or where it is out of the reader’s sight.',
    }),
    children: t.relation('children', {
      query: { orderBy: { path: 'asc' } },
      description: 'The organisations directly below it, by path.',
    }),
    aidCentres: t.relation('aidCentres', {
      query: { orderBy: [{ inForceFrom: 'desc' }, { id: 'desc' }] },
      description: 'Its aid centres, the present one first.',
    }),
    facilities: t.relation('facilities', {
      query: { orderBy: [{ kind: 'asc' }, { inForceFrom: 'asc' }, { id: 'asc' }], take: mostHistory },
      description: 'Its facilities, by kind.',
    }),
    staffCount: t.relationCount('staff', { description: 'How many accounts it has.' }),
  }),
});

const loadOrganization = loadById<IdentityContext, Organization>((context, ids) =>
  context.tx.organization.findMany({ where: { id: { in: ids } } }),
);

builder.asEntity(OrganizationType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => (await loadOrganization(context, id)) ?? null,
});

const OrganizationPage = builder
  .objectRef<{ where: Prisma.OrganizationWhereInput; page: { skip: number; take: number } }>('OrganizationPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['Organization'],
        resolve: (query, { where, page }, _arguments, context) =>
          context.tx.organization.findMany({ ...query, where, ...page, orderBy: { path: 'asc' } }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.organization.count({ where }) }),
    }),
  });

const OrganizationFilter = builder.inputType('OrganizationFilter', {
  fields: (t) => ({
    search: t.string({ description: 'A part of its name, or the beginning of its code.' }),
    kind: t.field({ type: OrganizationKindEnum, description: 'Those of this kind.' }),
    kinds: t.field({ type: [OrganizationKindEnum], description: 'Any of these kinds; all where it is left out.' }),
    parentId: t.id({ description: 'Those directly below this one; the id of an `Organization`.' }),
    open: t.boolean({ description: 'Only those in force today.' }),
  }),
});

builder.queryField('organization', (t) =>
  t.prismaField({
    type: 'Organization',
    nullable: true,
    description: 'One organisation.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'organization.read');
      return context.tx.organization.findUnique({ ...query, where: { id } });
    },
  }),
);

builder.queryField('organizations', (t) =>
  t.field({
    type: OrganizationPage,
    description: 'The reader’s organisation and those below it, by path.',
    args: { filter: t.arg({ type: OrganizationFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, { filter, ...page }, context) => {
      requirePermission(context, 'organization.read');
      const where: Prisma.OrganizationWhereInput = {
        path: { startsWith: context.actor.scope },
        ...(filter?.search && {
          OR: [
            { name: { contains: literalPattern(filter.search) } },
            { code: { startsWith: literalPattern(filter.search) } },
          ],
        }),
        ...(filter?.kind && { kind: filter.kind }),
        ...(filter?.parentId && { parentId: filter.parentId }),
        AND: [
          filter?.kinds ? { kind: { in: [...filter.kinds] } } : {},
          filter?.open
            ? { OR: [{ inForceTo: null }, { inForceTo: { gte: storedDate(localDateAt(context.parts.clock())) } }] }
            : {},
        ],
      };
      return { where, page: pageOf(page) };
    },
  }),
);

const RegisterOrganizationInput = builder.inputType('RegisterOrganizationInput', {
  fields: (t) => ({
    parentId: t.id({ required: true, description: 'The id of the `Organization` above it.' }),
    code: t.string({ required: true, description: 'Its code, unique below its parent; it never changes.' }),
    name: t.string({ required: true, description: 'What it is called.' }),
    kind: t.field({ type: OrganizationKindEnum, required: true, description: 'What it is.' }),
    stationKind: t.field({ type: StationKindEnum, description: 'Of what a station is; left out for anything else.' }),
    from: t.field({ type: 'LocalDate', description: 'Its first day in force; today where it is left out.' }),
  }),
});

const RegisterOrganizationResult = commandResult(
  builder,
  'RegisterOrganizationResult',
  'organization',
  OrganizationType,
);

builder.mutationField('registerOrganization', (t) =>
  t.field({
    type: RegisterOrganizationResult,
    description: 'Registers an organisation below another.',
    args: { input: t.arg({ type: RegisterOrganizationInput, required: true }) },
    resolve: (_root, { input }, context) => registerOrganization(context, input),
  }),
);

const RenameOrganizationInput = builder.inputType('RenameOrganizationInput', {
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The id of an `Organization` of the subtree.' }),
    name: t.string({ required: true, description: 'What it is called from then on; 2 to 60 characters.' }),
    from: t.field({
      type: 'LocalDate',
      description: 'The day from which it is called so, not before the present name’s own; today where it is left out.',
    }),
  }),
});
const RenameOrganizationResult = commandResult(builder, 'RenameOrganizationResult', 'organization', OrganizationType);

builder.mutationField('renameOrganization', (t) =>
  t.field({
    type: RenameOrganizationResult,
    description: 'Gives an organisation another name; what was recorded before keeps the name of its day.',
    args: { input: t.arg({ type: RenameOrganizationInput, required: true }) },
    resolve: (_root, { input }, context) => renameOrganization(context, input),
  }),
);

const MoveOrganizationInput = builder.inputType('MoveOrganizationInput', {
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The id of an `Organization` below one’s own.' }),
    parentId: t.id({
      required: true,
      description: 'The id of the `Organization` that it is to stand below, within the subtree too.',
    }),
    from: t.field({
      type: 'LocalDate',
      description:
        'The day of the move, not before the day of its present name or place, not later than today; today by default.',
    }),
    reason: t.string({ required: true, description: 'Why it moves, such as the number of the decision.' }),
  }),
});
const MoveOrganizationResult = commandResult(builder, 'MoveOrganizationResult', 'organization', OrganizationType);

builder.mutationField('moveOrganization', (t) =>
  t.field({
    type: MoveOrganizationResult,
    description:
      'Moves an organisation with all below it below another superior; its people sign in again. What is living goes along, what was recorded stays with the former superior.',
    args: { input: t.arg({ type: MoveOrganizationInput, required: true }) },
    resolve: (_root, { input }, context) => moveOrganization(context, input),
  }),
);

const CloseOrganizationInput = builder.inputType('CloseOrganizationInput', {
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The id of an `Organization` below one’s own.' }),
    to: t.field({ type: 'LocalDate', required: true, description: 'Its last day in force; not later than today.' }),
  }),
});
const CloseOrganizationResult = commandResult(builder, 'CloseOrganizationResult', 'organization', OrganizationType);

builder.mutationField('closeOrganization', (t) =>
  t.field({
    type: CloseOrganizationResult,
    description: 'Closes an organisation, after those below it and without accounts in use; its records stay.',
    args: { input: t.arg({ type: CloseOrganizationInput, required: true }) },
    resolve: (_root, { input }, context) => closeOrganization(context, input),
  }),
);
