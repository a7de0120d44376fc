import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOpensNext } from '../../base/display/preferences.ts';
import { request } from '../../base/graph/client.ts';
import type { RowResult } from '../../base/graph/command.ts';
import { caseFileQueueQuery } from '../../base/graph/generated/case-files.ts';
import type { CaseFileDecisionInput, CaseFileQueueQuery } from '../../base/graph/generated/operation-types.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import type { useQueuePage } from '../../base/queue/use-queue-page.ts';
import { useQueue, type QueueRow, type QueueState } from '../../base/queue/use-queue.ts';
import { passCaseFiles, rejectCaseFiles, returnCaseFiles } from './commands.ts';

export type ReviewFile = CaseFileQueueQuery['caseFiles']['items'][number];
export type ReviewRow = QueueRow & { readonly file: ReviewFile };

/** The decisions: one file passed immediately, several after a confirmation, a return, a rejection. */
export type ReviewDecision = 'pass' | 'passSome' | 'passAll' | 'return' | 'reject';

export interface Review {
  readonly queue: QueueState<ReviewRow>;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
  readonly announcement: string;
  /** A decision from a dialog is being sent; one made with a key never blocks the next. */
  readonly busy: boolean;
  /** False if the server refused the whole command or was not reached. */
  readonly decide: (decision: ReviewDecision, ids: readonly string[], opinion?: string) => Promise<boolean>;
}

/** The files that await the county's review, and the decisions on them, each with a result per row. */
export function useReview(place: ReturnType<typeof useQueuePage>): Review {
  const say = useWords();
  const [announcement, setAnnouncement] = useState('');
  const variables = {
    filter: { statuses: ['SUBMITTED' as const], search: place.asked || null },
    page: place.page,
    perPage: place.perPage,
  };
  const { data, dataUpdatedAt, error, isPending, refetch } = useQuery({
    queryKey: ['CaseFileQueue', variables],
    queryFn: ({ signal }) => request(caseFileQueueQuery, variables, { signal }),
    placeholderData: keepPreviousData,
  });
  const [opensNext] = useOpensNext('review');
  const queue = useQueue<ReviewRow>(
    {
      rows: (data?.caseFiles.items ?? []).map((file) => rowOf(file, say('queue.locked'))),
      total: data?.caseFiles.total ?? 0,
      readAt: dataUpdatedAt,
    },
    opensNext ? undefined : say('queue.decidedHere'),
  );
  const tell = (decision: ReviewDecision, rows: readonly RowResult[], name: string): string => {
    const count = rows.filter((row) => row.ok).length;
    if (count === 0 && rows.length === 1) return say('queue.oneRefused', { name });
    if (count < rows.length) return say('queue.someRefused', { ok: count, refused: rows.length - count });
    if (decision === 'reject') return say('review.rejected', { name });
    if (decision === 'return')
      return count === 1 ? say('review.returned', { name }) : say('review.returnedMany', { count });
    return decision === 'pass' ? say('review.passed', { name }) : say('review.passedMany', { count });
  };
  // Told when the answer comes, not when the page is read again: the next key may have been pressed by then.
  const leaving =
    (command: typeof passCaseFiles, decision: ReviewDecision) =>
    async (input: CaseFileDecisionInput): Promise<Awaited<ReturnType<typeof passCaseFiles>>> => {
      const name = queue.rows.find((row) => row.id === input.ids?.[0])?.name ?? '';
      const result = await queue.decide(input.ids ?? [], () => command(input));
      if (result.rows.length > 0) setAnnouncement(tell(decision, result.rows, name));
      return result;
    };
  const pass = useCommand(leaving(passCaseFiles, 'pass'), { announce: true });
  const passMany = useCommand(leaving(passCaseFiles, 'passSome'), { announce: true });
  const returnBack = useCommand(leaving(returnCaseFiles, 'return'), { announce: true });
  const reject = useCommand(leaving(rejectCaseFiles, 'reject'), { announce: true });
  const commands = { pass, passSome: passMany, passAll: passMany, return: returnBack, reject };
  return {
    queue,
    isPending,
    error,
    refetch: () => void refetch(),
    announcement,
    busy: passMany.pending || returnBack.pending || reject.pending,
    async decide(decision, ids, opinion) {
      const words = opinion === undefined ? {} : { opinion };
      const input = decision === 'passAll' ? { all: true } : { ids, ...words };
      return (await commands[decision].run(input)) !== undefined;
    },
  };
}

function rowOf(file: ReviewFile, lockedWords: string): ReviewRow {
  return {
    id: file.id,
    name: file.household.head.name,
    detail: `${file.household.unitName} · ${file.number}`,
    locked: file.lockedForMe ? (file.lockReason ?? lockedWords) : undefined,
    file,
  };
}
