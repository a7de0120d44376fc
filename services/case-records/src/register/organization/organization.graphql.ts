import { builder } from '../../builder.ts';

/** Identity's organisation, of which this service only knows the id. */
export const Organization = builder
  .externalRef('Organization', builder.selection<{ id: string }>('id'))
  .implement({ externalFields: (t) => ({ id: t.id() }) });
