import { prismaSql } from '@nuangong/database';
import { localDateAt } from '@nuangong/primitives';
import { refuseRequest } from '@nuangong/subgraph';
import { AidCentreLevelEnum } from '../aid-centre/aid-centre.graphql.ts';
import { builder } from '../../builder.ts';
import { FacilityKindEnum } from '../facility/facility.graphql.ts';
import { StationKindEnum } from '../organization/organization.graphql.ts';
import { readAskedDay } from '../in-force/in-force.ts';
import { countInForce, type InForceCounts } from './count-in-force.ts';

const CentresInForce = builder.objectRef<InForceCounts['centres'][number]>('CentresInForce').implement({
  description: 'The aid centres of one level in force on a day.',
  fields: (t) => ({
    level: t.expose('level', { type: AidCentreLevelEnum, description: 'Their level.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
    publicInstitutions: t.exposeInt('publicInstitutions', { description: 'How many of them are public institutions.' }),
    people: t.exposeInt('people', { description: 'How many people work there.' }),
  }),
});

const StationsInForce = builder.objectRef<InForceCounts['stations'][number]>('StationsInForce').implement({
  description: 'The stations of one kind in force on a day.',
  fields: (t) => ({
    kind: t.expose('kind', { type: StationKindEnum, description: 'Of what they are.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const FacilitiesInForce = builder.objectRef<InForceCounts['facilities'][number]>('FacilitiesInForce').implement({
  description: 'The facilities of one kind in force on a day.',
  fields: (t) => ({
    kind: t.expose('kind', { type: FacilityKindEnum, description: 'What they are.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const InForceCountsType = builder.objectRef<InForceCounts>('InForceCounts').implement({
  description:
    'What of an organisation and all below it is in force on a day: lines 1 to 3 and 12 of the centres’ table (§002).',
  fields: (t) => ({
    on: t.expose('on', { type: 'LocalDate', description: 'The day.' }),
    centres: t.expose('centres', { type: [CentresInForce], description: 'Aid centres, by level.' }),
    stations: t.expose('stations', { type: [StationsInForce], description: 'Stations, by kind.' }),
    facilities: t.expose('facilities', { type: [FacilitiesInForce], description: 'Facilities, by kind.' }),
  }),
});

const noSuchDay = { zh: '日期不存在，重新选择', en: 'There is no such day. Choose it again.' };

builder.prismaObjectField('Organization', 'inForce', (t) =>
  t.field({
    type: InForceCountsType,
    description: 'What of it and of all below it was in force on a day, as it is known now.',
    args: { on: t.arg({ type: 'LocalDate', description: 'The day; today where it is left out.' }) },
    select: { path: true },
    resolve: ({ path }, { on }, { tx, parts, language }) => {
      const day = readAskedDay(on, localDateAt(parts.clock()));
      if (!day.ok) throw refuseRequest('BAD_USER_INPUT', noSuchDay, language, { field: 'on' });
      return countInForce(prismaSql(tx), path, day.value);
    },
  }),
);
