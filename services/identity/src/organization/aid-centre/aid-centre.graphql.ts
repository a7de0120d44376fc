import { commandResult, describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { addBelongingCommands } from '../belonging/belonging.graphql.ts';
import type { AidCentreLevel } from './aid-centre.ts';
import { aidCentres } from './keep-aid-centre.ts';
import { beginCentrePost, endCentrePost } from './keep-centre-post.ts';
import { firstDay, lastDay } from '../in-force/in-force-fields.ts';

export const AidCentreLevelEnum = builder.enumType('AidCentreLevel', {
  description: 'The administrative level of an aid centre.',
  values: describedValues<AidCentreLevel>({
    PROVINCE: 'Of a province (省级).',
    PREFECTURE: 'Of a city (地市级).',
    COUNTY: 'Of a county or district (县级).',
  }),
});

const CentrePostType = builder.prismaObject('CentrePost', {
  description: 'Somebody who works at an aid centre, with an account or without.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    duty: t.exposeString('duty', { description: 'What the person does there (职务); empty where nobody said.' }),
    publicPost: t.exposeBoolean('publicPost', {
      description: 'Whether the person holds a public-institution post (占用事业编制).',
    }),
    inForceFrom: t.field(firstDay('The first day there.')),
    inForceTo: t.field(lastDay('The last day there; null while the person works there.')),
  }),
});

const mostPeople = 200;

const AidCentreType = builder.prismaObject('AidCentre', {
  description: 'An organisation’s one-stop window (困难职工帮扶中心).',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    level: t.field({
      type: AidCentreLevelEnum,
      description: 'Of which administrative level it is.',
      select: { level: true },
      resolve: (centre) => centre.level,
    }),
    publicInstitution: t.exposeBoolean('publicInstitution', {
      description: 'Whether it has the status of a public institution (事业单位).',
    }),
    posts: t.exposeInt('posts', { description: 'How many public-institution posts (事业编制) it has.' }),
    inForceFrom: t.field(firstDay('Its first day in force.')),
    inForceTo: t.field(lastDay('Its last day in force; null while it is open.')),
    people: t.relation('people', {
      query: { orderBy: [{ inForceFrom: 'asc' }, { id: 'asc' }], take: mostPeople },
      description: 'Who works or worked there, by their first day.',
    }),
  }),
});

addBelongingCommands(aidCentres, {
  row: AidCentreType,
  field: 'aidCentre',
  state: (t) => ({
    name: t.string({ required: true, description: 'What it is called; 2 to 60 characters.' }),
    level: t.field({ type: AidCentreLevelEnum, required: true, description: 'Of which level it is.' }),
    publicInstitution: t.boolean({ required: true, description: 'Whether it has the status of a public institution.' }),
    posts: t.int({
      required: true,
      description: 'How many public-institution posts it has, 0 to 1000; 0 unless it is a public institution.',
    }),
  }),
  owner: 'Whose window it is: the id of an `Organization`.',
  register: 'Registers the aid centre of an organisation, which has one open at a time.',
  change: 'Changes what an aid centre is from a day on; what stood before is kept with its days.',
  close: 'Closes an aid centre at which nobody works any more.',
});

const BeginCentrePostInput = builder.inputType('BeginCentrePostInput', {
  fields: (t) => ({
    aidCentreId: t.id({ required: true, description: 'The id of an open `AidCentre`.' }),
    name: t.string({ required: true, description: 'The person’s full name.' }),
    duty: t.string({ description: 'What the person does there (职务); may be left out.' }),
    publicPost: t.boolean({ required: true, description: 'Whether in a public-institution post (占用事业编制).' }),
    from: t.field({ type: 'LocalDate', description: 'The first day there; today where it is left out.' }),
  }),
});
const BeginCentrePostResult = commandResult(builder, 'BeginCentrePostResult', 'centrePost', CentrePostType);

builder.mutationField('beginCentrePost', (t) =>
  t.field({
    type: BeginCentrePostResult,
    description: 'Enters somebody who works at an aid centre.',
    args: { input: t.arg({ type: BeginCentrePostInput, required: true }) },
    resolve: (_root, { input }, context) => beginCentrePost(context, input),
  }),
);

const EndCentrePostInput = builder.inputType('EndCentrePostInput', {
  fields: (t) => ({
    centrePostId: t.id({ required: true, description: 'The id of a `CentrePost`.' }),
    to: t.field({ type: 'LocalDate', required: true, description: 'The last day there; not later than today.' }),
  }),
});
const EndCentrePostResult = commandResult(builder, 'EndCentrePostResult', 'centrePost', CentrePostType);

builder.mutationField('endCentrePost', (t) =>
  t.field({
    type: EndCentrePostResult,
    description: 'Ends somebody’s work at an aid centre.',
    args: { input: t.arg({ type: EndCentrePostInput, required: true }) },
    resolve: (_root, { input }, context) => endCentrePost(context, input),
  }),
);
