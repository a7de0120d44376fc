import { fen, formatYuanGrouped } from '@nuangong/primitives';
import { readWords, wordsPlace } from '../../register/written-words/sealed-words.ts';
import type { TimelineSource } from '../../register/timeline/timeline-sources.ts';
import { statusNames, type ApplicationStatus } from './application.ts';

const kinds = {
  APPLICATION_DRAFT: 'An application was begun.',
  APPLICATION_SUBMITTED: 'An application was submitted.',
  APPLICATION_BASE_REVIEW: 'An application was sent to the base union.',
  APPLICATION_COUNTY_REVIEW: 'An application was put forward to the county, or submitted again.',
  APPLICATION_CITY_REVIEW: 'An application was sent to the city.',
  APPLICATION_APPROVED: 'An application was approved.',
  APPLICATION_AWAITING_FUNDS: 'An approved application is awaiting funds.',
  APPLICATION_FUNDED: 'Money was committed for an application.',
  APPLICATION_PAID: 'An application was paid.',
  APPLICATION_FOLLOWED_UP: 'A paid application was followed up.',
  APPLICATION_RETURNED: 'An application was returned.',
  APPLICATION_REJECTED: 'An application was rejected.',
  APPLICATION_WITHDRAWN: 'An application was withdrawn.',
  APPLICATION_SUSPENDED: 'An application was suspended with its case file.',
  APPLICATION_LAPSED: 'An approved application ended without payment.',
} satisfies Record<`APPLICATION_${ApplicationStatus}`, string>;

/** The descriptions of the timeline's entries about applications. */
export const applicationTimelineWords = { kinds, recordTypes: { AidApplication: 'An application for aid.' } };

/** The history of households' applications, one entry per step; one statement for all households. */
export const readApplicationTimeline: TimelineSource<keyof typeof kinds, 'AidApplication'> = async (
  context,
  householdIds,
) => {
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
