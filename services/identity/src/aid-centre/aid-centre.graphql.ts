import { describedValues } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import type { AidCentreLevel } from '../generated/prisma/enums.ts';

const AidCentreLevelEnum = builder.enumType('AidCentreLevel', {
  description: 'The administrative level of an aid centre.',
  values: describedValues<AidCentreLevel>({
    PROVINCE: 'Of a province (省级).',
    PREFECTURE: 'Of a city (地市级).',
    COUNTY: 'Of a county or district (县级).',
  }),
});

builder.prismaObject('AidCentre', {
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
  }),
});
