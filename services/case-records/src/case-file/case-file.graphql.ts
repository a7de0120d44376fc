import { builder } from '../builder.ts';
import { loadOneBy } from '../batch-loader.ts';
import type { CaseFile as CaseFileRow } from '../generated/prisma/client.ts';

/** Case files by id within the actor's scope. */
export const loadCaseFile = loadOneBy<CaseFileRow>(
  (row) => row.id,
  (context, ids) => context.tx.caseFile.findMany({ where: { id: { in: [...ids] } } }),
);

/** Case files by household. */
export const loadCaseFileOfHousehold = loadOneBy<CaseFileRow>(
  (row) => row.householdId,
  (context, ids) => context.tx.caseFile.findMany({ where: { householdId: { in: [...ids] } } }),
);

export const CaseFile = builder.objectRef<CaseFileRow>('CaseFile');

CaseFile.implement({
  description: 'The standing file of a household in hardship (困难职工档案).',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
  }),
});

builder.asEntity(CaseFile, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => (await loadCaseFile(context, id)) ?? null,
});
