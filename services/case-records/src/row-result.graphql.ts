import type { RowResult } from './register/case-file/row-results.ts';
import { builder } from './builder.ts';

/** The result for one row of a command over many. */
export const RowResultType = builder.objectRef<RowResult>('RowResult').implement({
  description: 'The outcome of one record in a command over many.',
  directives: [{ name: 'shareable', args: {} }] as never,
  fields: (t) => ({
    id: t.exposeID('id'),
    ok: t.exposeBoolean('ok', { description: 'Whether the command was carried out for it.' }),
    problems: t.field({ type: ['Problem'], resolve: (row) => [...row.problems] }),
  }),
});
