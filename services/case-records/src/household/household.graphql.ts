import { builder } from '../builder.ts';
import { loadOneBy } from '../batch-loader.ts';
import { Organization } from '../organization/organization.graphql.ts';
import type { Household as HouseholdRow } from '../generated/prisma/client.ts';

/** Households by id within the actor's scope. */
export const loadHousehold = loadOneBy<HouseholdRow>(
  (row) => row.id,
  (context, ids) => context.tx.household.findMany({ where: { id: { in: [...ids] } } }),
);

export const Household = builder.objectRef<HouseholdRow>('Household');

Household.implement({
  description: 'A family in hardship: the unit of aid (家庭).',
  fields: (t) => ({
    id: t.exposeID('id'),
    organization: t.field({ type: Organization, resolve: (household) => ({ id: household.organizationId }) }),
    organizationName: t.exposeString('organizationName'),
    unitName: t.exposeString('unitName'),
  }),
});

builder.asEntity(Household, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => (await loadHousehold(context, id)) ?? null,
});
