import { readStoredDate } from '@nuangong/database';
import { builder } from '../../builder.ts';
import { openNewsContent, reasonInWords } from '../case-file/news.ts';
import { readsFindings } from '../written-words/reads-findings.ts';
import { grantDecisionKinds, mayAnswer } from './grant-decision.ts';
import { readWords, readWordsIfAny, wordsPlace } from '../written-words/written-words.ts';

const holdCauses = ['EXITED', 'SUSPENDED', 'RETURNED'] as const;
const decisionStatuses = ['PROPOSED', 'CARRIED_OUT', 'REFUSED'] as const;

const GrantHoldCause = builder.enumType('GrantHoldCause', {
  description: 'Why an unpaid grant is on hold.',
  values: {
    EXITED: { description: 'The household left the register after its approval.' },
    SUSPENDED: { description: 'Its file is suspended.' },
    RETURNED: { description: 'The bank returned its payment, and the account is neither corrected nor confirmed.' },
  } satisfies Record<(typeof holdCauses)[number], { readonly description: string }>,
});

builder.prismaObject('GrantHold', {
  description: 'The hold on an unpaid grant (暂缓发放), also inside a batch.',
  fields: (t) => ({
    id: t.exposeID('id'),
    cause: t.field({
      type: GrantHoldCause,
      description: 'Why it is on hold.',
      select: { cause: true },
      resolve: ({ cause }) => holdCauses.find((each) => each === cause) ?? 'SUSPENDED',
    }),
    reason: t.string({
      nullable: true,
      description:
        'Why the file was exited or suspended, or the bank’s reason; visible to those who pay or read households.',
      select: { news: true, payment: { select: { returned: { select: { claim: true } } } } },
      resolve: async ({ news, payment }, _arguments, context) => {
        const { actor, language, parts } = context;
        if (!readsFindings(actor)) return null;
        if (news !== null)
          return reasonInWords(news.kind, (await openNewsContent(parts.keyring, news)).reason)[language];
        const claim = payment?.returned?.claim;
        return claim === undefined
          ? null
          : readWords(context, claim.reason, wordsPlace('return_claim', 'reason', claim));
      },
    }),
    since: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day on which that happened; null if not known.',
      select: { news: { select: { happenedOn: true } }, payment: { select: { returned: true } } },
      resolve: ({ news, payment }) => {
        const day = news?.happenedOn ?? payment?.returned?.returnedOn;
        return day === undefined ? null : readStoredDate(day);
      },
    }),
    heldAt: t.expose('heldAt', { type: 'Instant', description: 'When this service was informed.' }),
  }),
});

export const GrantDecisionKindEnum = builder.enumType('GrantDecisionKind', {
  description: 'The decisions that two people can make about an unpaid grant.',
  values: {
    PAY_ON: { description: 'Pay it although its file was exited or is suspended.' },
    RELEASE: { description: 'Pay nothing: its commitment is released.' },
  } satisfies Record<(typeof grantDecisionKinds)[number], { readonly description: string }>,
});

const GrantDecisionStatus = builder.enumType('GrantDecisionStatus', {
  description: 'The status of a proposed decision on a grant.',
  values: {
    PROPOSED: { description: 'Awaiting another person’s answer.' },
    CARRIED_OUT: { description: 'Another person confirmed it.' },
    REFUSED: { description: 'Another person declined it.' },
  } satisfies Record<(typeof decisionStatuses)[number], { readonly description: string }>,
});

builder.prismaObject('GrantDecision', {
  description: 'A decision on an unpaid grant, proposed by one person and answered by another.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({
      type: GrantDecisionKindEnum,
      description: 'What is proposed.',
      select: { kind: true },
      resolve: ({ kind }) => grantDecisionKinds.find((each) => each === kind) ?? 'RELEASE',
    }),
    status: t.field({
      type: GrantDecisionStatus,
      description: 'Its status.',
      select: { status: true },
      resolve: ({ status }) => decisionStatuses.find((each) => each === status) ?? 'REFUSED',
    }),
    reason: t.string({
      nullable: true,
      description: 'The reason; visible to those who pay or read households.',
      select: { id: true, organizationPath: true, reason: true },
      resolve: (decision, _arguments, context) =>
        readWords(context, decision.reason, wordsPlace('grant_decision', 'reason', decision)),
    }),
    proposedBy: t.exposeString('proposedByName', {
      description: 'Who proposed it, under the name they had at that time.',
    }),
    proposedAt: t.expose('proposedAt', { type: 'Instant', description: 'When it was proposed.' }),
    answeredBy: t.exposeString('answeredByName', {
      nullable: true,
      description: 'Who answered it, under the name they had at that time; null before.',
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was answered; null before.',
    }),
    answer: t.string({
      nullable: true,
      description: 'Why it was declined; visible to those who pay or read households.',
      select: { id: true, organizationPath: true, answer: true },
      resolve: ({ answer, ...decision }, _arguments, context) =>
        readWordsIfAny(context, answer, wordsPlace('grant_decision', 'answer', decision)),
    }),
    lockReason: t.string({
      nullable: true,
      description: 'Why the reader may not answer it; null if they may.',
      select: {
        about: true,
        kind: true,
        proposedBy: true,
        grant: { select: { bookPath: true, status: true, handlers: true } },
      },
      resolve: ({ grant, ...decision }, _arguments, { actor, language }) => {
        const allowed = mayAnswer({ ...grant, holds: [], decisions: [decision] }, actor);
        return allowed.ok ? null : (allowed.problems[0]?.message[language] ?? null);
      },
    }),
  }),
});
