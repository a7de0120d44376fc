import { builder } from '../../builder.ts';

/** The organisation type of the identity service; this service knows only its id. */
export const Organization = builder
  .externalRef('Organization', builder.selection<{ id: string }>('id'))
  .implement({ externalFields: (t) => ({ id: t.id() }) });
