import type { Result } from '@nuangong/primitives';
import type { AtOnceOrJob } from '@nuangong/service';
import { commandResult } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { RowResultType } from '../../row-result.graphql.ts';
import { filesOf } from '../case-file/case-file-lists.ts';
import { atOnceOrInPieces, doneAtOnce } from '../whole-list/over-whole-list.ts';
import { Job, jobOf, ofJob } from '../whole-list/whole-list.graphql.ts';
import { activatePosting } from './activate-posting.ts';
import { filesOfPosting } from './posting-lists.ts';
import { confirmPosting } from './confirm-posting.ts';
import { PublicPosting } from './posting.graphql.ts';
import { publishPosting, type PostingWithRows } from './publish-posting.ts';
import { withdrawPosting } from './withdraw-posting.ts';

const PublishPostingInput = builder.inputType('PublishPostingInput', {
  fields: (t) => ({
    place: t.string({ required: true, description: 'The place of the posting, at most 200 characters.' }),
    from: t.field({
      type: 'LocalDate',
      required: true,
      description: 'The day on which it is put up: up to 30 days ahead, or up to 60 days ago if already put up.',
    }),
    objectionPhone: t.string({
      description: 'The telephone number for objections, printed on the list; at most 40 characters.',
    }),
    caseFileIds: t.idList({ description: 'Ids of case files that passed the review; left out with allReviewed.' }),
    allReviewed: t.boolean({
      description: 'Every file of the county that passed the review. A long list becomes a job.',
    }),
  }),
});

/** The result of a command on a posting: the posting, and a row for each of its files. */
function postingResult(name: string) {
  return builder.objectRef<Result<AtOnceOrJob<PostingWithRows>>>(name).implement({
    fields: (t) => ({
      problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
      posting: t.field({
        type: PublicPosting,
        nullable: true,
        description: 'The posting after the command; null if it was refused or a job carries it out.',
        resolve: (result) => doneAtOnce(result)?.posting ?? null,
      }),
      rows: t.field({
        type: [RowResultType],
        description: 'One for each file, by its id; empty if a job carries it out.',
        resolve: (result) => [...(doneAtOnce(result)?.rows ?? [])],
      }),
      job: t.field({ type: Job, nullable: true, description: ofJob, resolve: jobOf }),
    }),
  });
}

builder.mutationField('publishPosting', (t) =>
  t.field({
    type: postingResult('PublishPostingResult'),
    description: 'Posts reviewed files for as many working days as `postingWorkingDays`. Each file has its own result.',
    args: { input: t.arg({ type: PublishPostingInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { place, from, objectionPhone } = input;
      const list =
        input.allReviewed === true
          ? ({
              kind: 'posting.publish',
              input: { place, from, objectionPhone: objectionPhone ?? '' },
              list: filesOf('POST'),
            } as const)
          : undefined;
      return atOnceOrInPieces(context, list, () => publishPosting(context, input));
    },
  }),
);

const ActivatePostingInput = builder.inputType('ActivatePostingInput', {
  fields: (t) => ({ postingId: t.id({ required: true }) }),
});

builder.mutationField('activatePosting', (t) =>
  t.field({
    type: postingResult('ActivatePostingResult'),
    description:
      'Activates the files of a posting whose period is over and which no objection holds back. Each file has its own result.',
    args: { input: t.arg({ type: ActivatePostingInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const { postingId } = input;
      const list = {
        kind: 'case-file.activate',
        subject: postingId,
        input: { postingId },
        list: filesOfPosting(postingId),
      } as const;
      return atOnceOrInPieces(context, list, () => activatePosting(context, input));
    },
  }),
);

const ConfirmPostingInput = builder.inputType('ConfirmPostingInput', {
  fields: (t) => ({ postingId: t.id({ required: true }) }),
});

builder.mutationField('confirmPosting', (t) =>
  t.field({
    type: commandResult(builder, 'ConfirmPostingResult', 'posting', PublicPosting),
    description: 'Confirms, as another person, that a list recorded afterwards was on display.',
    args: { input: t.arg({ type: ConfirmPostingInput, required: true }) },
    resolve: (_root, { input }, context) => confirmPosting(context, input),
  }),
);

const WithdrawPostingInput = builder.inputType('WithdrawPostingInput', {
  fields: (t) => ({
    postingId: t.id({ required: true }),
    reason: t.string({ required: true, description: 'Why, at most 500 characters.' }),
  }),
});

builder.mutationField('withdrawPosting', (t) =>
  t.field({
    type: commandResult(builder, 'WithdrawPostingResult', 'posting', PublicPosting),
    description:
      'Withdraws a posting with the reason, before any of its files is activated. Its files are posted again; the posting is kept.',
    args: { input: t.arg({ type: WithdrawPostingInput, required: true }) },
    resolve: (_root, { input }, context) => withdrawPosting(context, input),
  }),
);
