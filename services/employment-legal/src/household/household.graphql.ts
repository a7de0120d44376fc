import { builder } from '../builder.ts';

/** Case records' household, extended here with work and legal aid. */
export const Household = builder
  .externalRef('Household', builder.selection<{ id: string }>('id'))
  .implement({ externalFields: (t) => ({ id: t.id() }) });
