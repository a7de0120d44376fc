import { builder } from '../builder.ts';

builder.prismaObject('AidCentre', {
  description: 'An organisation’s one-stop window (困难职工帮扶中心).',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    level: t.string({ select: { level: true }, resolve: (centre) => centre.level }),
    publicInstitution: t.exposeBoolean('publicInstitution'),
  }),
});
