import { builder } from '../builder.ts';

/** Case records' household, of which this service adds the work and the rights. */
export const Household = builder
  .externalRef('Household', builder.selection<{ id: string }>('id'))
  .implement({ externalFields: (t) => ({ id: t.id() }) });
