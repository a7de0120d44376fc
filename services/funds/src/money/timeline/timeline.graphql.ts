import { permits } from '@nuangong/access';
import { isUuid } from '@nuangong/primitives';
import { addTimelineEntry } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../../builder.ts';
import { loadPaymentsOfGrant, loadPaymentsOfHousehold } from '../disbursement/payment.graphql.ts';
import { loadGrantOfApplication } from '../grant/grant.graphql.ts';
import { readWords, wordsPlace } from '../written-words/written-words.ts';
import { loadAidTimeline } from './load-timeline.ts';
import { aidTimelineWords } from './timeline-words.ts';
import { toTimelineEntry, type AidRow } from './timeline.ts';

const TimelineEntry = addTimelineEntry(builder, aidTimelineWords);

/** Whether the reader sees aid on the timeline: those who read households or vouchers. Others get an empty timeline. */
function seesAid(context: FundsContext): boolean {
  return permits(context.actor.roles, 'household.read') || permits(context.actor.roles, 'voucher.read');
}

/**
 * An entry with its text opened for those who may read the reasons of payments; others only see that there is a text.
 */
async function entryShown(context: FundsContext, row: AidRow) {
  const place = placeOfWords(row);
  return toTimelineEntry(place === null ? row : { ...row, words: await readWords(context, row.words, place) });
}

/** The sealed place of an entry's free text; null when the text is the program's own. */
function placeOfWords({ kind, recordId, claimId, organizationPath }: AidRow) {
  if (kind === 'GRANT_APPROVED') return wordsPlace('aid_grant', 'clause', { id: recordId, organizationPath });
  return claimId == null ? null : wordsPlace('return_claim', 'reason', { id: claimId, organizationPath });
}

/** Whether the reader sees grants and payments themselves: those who read applications or vouchers. */
function readsPayments(context: FundsContext): boolean {
  return permits(context.actor.roles, 'application.read') || permits(context.actor.roles, 'voucher.read');
}

/** The household of case records, with the money given to it. */
builder.externalRef('Household', builder.selection<{ id: string }>('id')).implement({
  externalFields: (t) => ({ id: t.id() }),
  fields: (t) => ({
    payments: t.prismaField({
      type: ['Payment'],
      description: 'Its grants, latest first; none if the reader reads neither applications nor vouchers.',
      resolve: async (query, { id }, _arguments, context) =>
        readsPayments(context) && isUuid(id) ? [...(await loadPaymentsOfHousehold(context, id, query))] : [],
    }),
    aidTimeline: t.field({
      type: [TimelineEntry],
      description: 'Events of its aid in money, latest first; none if the reader may not see them.',
      resolve: async ({ id }, _arguments, context) =>
        seesAid(context) && isUuid(id)
          ? Promise.all((await loadAidTimeline(context, id)).map((row) => entryShown(context, row)))
          : [],
    }),
  }),
});

/** The application of case records, with its grant and payment. */
builder.externalRef('AidApplication', builder.selection<{ id: string }>('id')).implement({
  externalFields: (t) => ({ id: t.id() }),
  fields: (t) => ({
    grant: t.prismaField({
      type: 'Grant',
      nullable: true,
      description: 'The grant made for it; null before, and if the reader reads neither applications nor vouchers.',
      resolve: async (query, { id }, _arguments, context) =>
        readsPayments(context) && isUuid(id) ? ((await loadGrantOfApplication(context, id, query))[0] ?? null) : null,
    }),
    payment: t.prismaField({
      type: 'Payment',
      nullable: true,
      description:
        'The latest payment of its grant; null before, and if the reader reads neither applications nor vouchers.',
      resolve: async (query, { id }, _arguments, context) => {
        if (!readsPayments(context) || !isUuid(id)) return null;
        const [grant] = await loadGrantOfApplication(context, id, { select: { id: true } });
        return grant === undefined ? null : ((await loadPaymentsOfGrant(context, grant.id, query))[0] ?? null);
      },
    }),
  }),
});
