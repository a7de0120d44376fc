import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { addBelongingCommands } from '../belonging/belonging.graphql.ts';
import type { FacilityKind } from './facility.ts';
import { facilities } from './keep-facility.ts';
import { firstDay, lastDay } from '../in-force/in-force-fields.ts';

export const FacilityKindEnum = builder.enumType('FacilityKind', {
  description: 'What a facility is, as line 12 of the centres’ table counts them (§002).',
  values: describedValues<FacilityKind>({
    HOSPITAL: 'A hospital that treats for less (爱心医院).',
    PHARMACY: 'A pharmacy that sells for less (爱心药店).',
    SUPERMARKET: 'A shop for households in hardship (扶贫超市).',
    SCHOOL: 'A school that takes their children (定点爱心学校).',
    COUNSELLING_ROOM: 'A room for psychological counselling (心理咨询室).',
    TRAINING_BODY: 'A body that trains for trades (职业技能培训机构).',
    PLACEMENT_AGENCY: 'A placement agency (职业介绍机构).',
  }),
});

const FacilityType = builder.prismaObject('Facility', {
  description: 'A facility for the people (惠民帮扶机构), the union’s own or run with another.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({
      type: FacilityKindEnum,
      description: 'What it is.',
      select: { kind: true },
      resolve: ({ kind }) => kind,
    }),
    name: t.exposeString('name'),
    partner: t.exposeString('partner', { description: 'Whom it is run with (共建单位); empty: the union’s own.' }),
    address: t.exposeString('address', { description: 'Where it is; empty where nobody said.' }),
    phone: t.exposeString('phone', { nullable: true, description: 'Its telephone; null where nobody said.' }),
    inForceFrom: t.field(firstDay('Its first day in force.')),
    inForceTo: t.field(lastDay('Its last day in force; null while it is open.')),
  }),
});

addBelongingCommands(facilities, {
  row: FacilityType,
  field: 'facility',
  state: (t) => ({
    kind: t.field({ type: FacilityKindEnum, required: true, description: 'What it is.' }),
    name: t.string({ required: true, description: 'What it is called; 2 to 60 characters.' }),
    partner: t.string({ description: 'Whom it is run with (共建单位); left out where it is the union’s own.' }),
    address: t.string({ description: 'Where it is; up to 100 characters.' }),
    phone: t.string({ description: 'Its telephone, digits and hyphens.' }),
  }),
  owner: 'Who keeps it: the id of an `Organization`.',
  register: 'Registers a facility of an organisation.',
  change: 'Changes what a facility is from a day on; what stood before is kept with its days.',
  close: 'Closes a facility.',
});
