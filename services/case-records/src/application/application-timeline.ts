import { fen, formatYuanGrouped } from '@nuangong/primitives';
import { readWords, wordsPlace } from '../household/written-words.ts';
import type { TimelineSource } from '../timeline/timeline-sources.ts';
import { statusNames, type ApplicationStatus } from './application.ts';

/** What happened to households' applications, one entry for each step; one statement for all households. */
export const readApplicationTimeline: TimelineSource = async (context, householdIds) => {
  const steps = await context.tx.applicationStep.findMany({
    where: { application: { is: { householdId: { in: [...householdIds] } } } },
    include: {
      application: {
        select: { householdId: true, number: true, amountFen: true, purpose: true, organizationName: true },
      },
    },
  });
  return Promise.all(
    steps.map(async ({ application, ...step }) => {
      const name = statusNames[step.toStatus as ApplicationStatus];
      const amount = formatYuanGrouped(fen(application.amountFen));
      const words = await readWords(
        context,
        application.householdId,
        step.opinion,
        wordsPlace('application_step', 'opinion', step),
      );
      const opinion = { zh: words === null ? '' : `；${words.zh}`, en: words === null ? '' : `; ${words.en}` };
      return {
        id: step.id,
        householdId: application.householdId,
        at: step.at,
        kind: `APPLICATION_${step.toStatus as ApplicationStatus}` as const,
        title: { zh: `救助申请：${name.zh}`, en: `Application: ${name.en}` },
        detail: {
          zh: `${application.number} ${application.purpose} ${amount} 元${opinion.zh}`,
          en: `${application.number}, ${amount} yuan${opinion.en}`,
        },
        actor: step.staffName,
        organizationName: application.organizationName,
        recordType: 'AidApplication',
        recordId: step.applicationId,
      };
    }),
  );
};
