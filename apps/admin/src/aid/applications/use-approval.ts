import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { amount, exceeds, sumOf } from '../../base/display/money.ts';
import { useOpensNext } from '../../base/display/preferences.ts';
import { request } from '../../base/graph/client.ts';
import type { RowResult } from '../../base/graph/command.ts';
import { applicationQueueQuery } from '../../base/graph/generated/applications.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { useQueuePage } from '../../base/queue/use-queue-page.ts';
import { useQueue, type QueueRow, type QueueState, type RowsAnswer } from '../../base/queue/use-queue.ts';
import type { QueuedApplication } from './ApplicationFacts.tsx';
import { approveApplications, rejectApplications, returnApplications } from './commands.ts';

interface WithIds {
  readonly ids?: readonly string[] | null | undefined;
}

export type ApprovalRow = QueueRow & { readonly application: QueuedApplication; readonly amount: string };

/** The decisions on rows: one approved immediately, or several after their sum was shown. */
export type Decision = 'approve' | 'approveSome' | 'approveAll' | 'return' | 'reject';

export interface Approval {
  readonly queue: QueueState<ApprovalRow>;
  readonly place: ReturnType<typeof useQueuePage>;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
  readonly announcement: string;
  /** A decision from a dialog is being sent; one made with a key never blocks the next. */
  readonly busy: boolean;
  /** False if the server refused the whole command or was not reached. */
  readonly decide: (decision: Decision, ids: readonly string[], opinion?: string) => Promise<boolean>;
}

/** Stands for a campaign's id where applications outside campaigns are chosen. */
export const outsideCampaigns = 'outside';

/**
 * The approver's queue of one campaign, of those outside campaigns, or of all, and its decisions, each with a result per
 * row.
 *
 * @param whole the campaign to which all that wait belong, if they can be approved together.
 * @param available the money left, in yuan; undefined while it is not known.
 */
export function useApproval(
  campaign: string | undefined,
  whole: string | undefined,
  available: string | undefined,
): Approval {
  const say = useWords();
  const place = useQueuePage();
  const [announcement, setAnnouncement] = useState('');
  const variables = {
    filter: {
      statuses: ['COUNTY_REVIEW' as const],
      ...(campaign === outsideCampaigns ? { outsideCampaigns: true } : { campaignId: campaign ?? null }),
      search: place.asked || null,
    },
    page: place.page,
    perPage: place.perPage,
  };
  const { data, dataUpdatedAt, error, isPending, refetch } = useQuery({
    queryKey: ['ApplicationQueue', variables],
    queryFn: ({ signal }) => request(applicationQueueQuery, variables, { signal }),
    placeholderData: keepPreviousData,
  });
  const [opensNext] = useOpensNext('approval');
  const queue = useQueue<ApprovalRow>(
    {
      rows: (data?.applications.items ?? []).map((application) => ({
        ...rowOf(application, say('queue.locked')),
        warning:
          available !== undefined && exceeds(application.amount, available)
            ? say('approval.short', { available: amount(available) })
            : undefined,
      })),
      total: data?.applications.total ?? 0,
      readAt: dataUpdatedAt,
    },
    opensNext ? undefined : say('queue.decidedHere'),
  );
  const tell = (decision: Decision, rows: readonly RowResult[], total: string | null): void => {
    const done = rows.filter((row) => row.ok);
    const count = done.length;
    const known = queue.rows.filter((row) => rows.some((each) => each.id === row.id));
    const name = known[0]?.name ?? '';
    if (count === 0 && rows.length === 1) setAnnouncement(say('queue.oneRefused', { name }));
    else if (count < rows.length)
      setAnnouncement(say('queue.someRefused', { ok: count, refused: rows.length - count }));
    else if (decision === 'return') setAnnouncement(say('approval.returned', { count }));
    else if (decision === 'reject') setAnnouncement(say('approval.rejected', { count }));
    else {
      const sum = amount(total ?? sumOf(known.map((row) => row.amount)));
      setAnnouncement(
        count === 1
          ? say('approval.approved', { name, amount: sum })
          : say('approval.approvedMany', { count, amount: sum }),
      );
    }
  };
  // Told when the answer comes, not when the page is read again: the next key may have been pressed by then.
  const leaving =
    <Input extends WithIds, Answer extends RowsAnswer & { readonly total: string }>(
      command: (input: Input) => Promise<Answer>,
      decision: Decision,
    ) =>
    async (input: Input): Promise<Answer> => {
      const result = await queue.decide(input.ids ?? [], () => command(input));
      if (result.rows.length > 0) tell(decision, result.rows, result.total);
      return result;
    };
  const approve = useCommand(leaving(approveApplications, 'approve'), { announce: true });
  const approveMany = useCommand(leaving(approveApplications, 'approveSome'), { announce: true });
  const returnBack = useCommand(leaving(returnApplications, 'return'), { announce: true });
  const reject = useCommand(leaving(rejectApplications, 'reject'), { announce: true });
  return {
    queue,
    place,
    isPending,
    error,
    refetch: () => void refetch(),
    announcement,
    busy: approveMany.pending || returnBack.pending || reject.pending,
    async decide(decision, ids, opinion) {
      const words = opinion === undefined || opinion === '' ? {} : { opinion };
      const result =
        decision === 'return'
          ? await returnBack.run({ ids, opinion: opinion ?? '' })
          : decision === 'reject'
            ? await reject.run({ ids, opinion: opinion ?? '' })
            : await (decision === 'approve' ? approve : approveMany).run(
                decision === 'approveAll' && whole !== undefined
                  ? { campaignId: whole, all: true, ...words }
                  : { ids, ...words },
              );
      return result !== undefined;
    },
  };
}

function rowOf(application: QueuedApplication, lockedWords: string): ApprovalRow {
  return {
    id: application.id,
    name: application.headName,
    detail: `${application.unitName} · ${application.number}`,
    amount: application.amount,
    locked: application.lockedForMe ? (application.lockReason ?? lockedWords) : undefined,
    application,
  };
}
