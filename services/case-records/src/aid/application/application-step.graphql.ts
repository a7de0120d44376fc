import { loadManyBy } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type { ApplicationStep as StoredStep } from '../../generated/prisma/client.ts';
import { readWordsInLanguage, wordsPlace } from '../../register/written-words/sealed-words.ts';
import type { ApplicationStatus } from './application.ts';
import { ApplicationStatusEnum } from './application-status.graphql.ts';
import { AidApplication } from './application.graphql.ts';

type StepOfHousehold = StoredStep & { readonly householdId: string };

const loadSteps = loadManyBy<CaseRecordsContext, StepOfHousehold>(
  (row) => row.applicationId,
  async (context, ids) => {
    const steps = await context.tx.applicationStep.findMany({
      where: { applicationId: { in: [...ids] } },
      include: { application: { select: { householdId: true } } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    return steps.map(({ application, ...step }) => ({ ...step, householdId: application.householdId }));
  },
);

const ApplicationStep = builder.objectRef<StepOfHousehold>('ApplicationStep').implement({
  description: 'A step of an application: from one status to the next, by whom and with which opinion.',
  fields: (t) => ({
    id: t.exposeID('id'),
    status: t.field({
      type: ApplicationStatusEnum,
      description: 'The status that the step led to.',
      resolve: (step) => step.toStatus as ApplicationStatus,
    }),
    at: t.field({ type: 'Instant', description: 'When it was made.', resolve: (step) => step.at }),
    by: t.exposeString('staffName', { description: 'Who made it, under the name they had at that time.' }),
    opinion: t.string({
      nullable: true,
      description: 'Why, or what was corrected; null if nothing was written. Each reading is audited.',
      resolve: (step, _arguments, context) =>
        readWordsInLanguage(context, step.householdId, step.opinion, wordsPlace('application_step', 'opinion', step)),
    }),
  }),
});

builder.objectField(AidApplication, 'steps', (t) =>
  t.field({
    type: [ApplicationStep],
    description: 'Its history, first step first.',
    resolve: async (application, _arguments, context) => [...(await loadSteps(context, application.id))],
  }),
);
