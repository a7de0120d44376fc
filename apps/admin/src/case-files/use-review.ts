import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../graph/client.ts';
import type { RowResult } from '../graph/command.ts';
import { caseFileQueueQuery } from '../graph/generated/case-files.ts';
import type { CaseFileQueueQuery } from '../graph/generated/operation-types.ts';
import { useCommand } from '../graph/use-command.ts';
import { useWords } from '../i18n/use-words.ts';
import type { useQueuePage } from '../queue/use-queue-page.ts';
import { useQueue, type QueueRow, type QueueState } from '../queue/use-queue.ts';
import { passCaseFiles, rejectCaseFiles, returnCaseFiles } from './commands.ts';

export type ReviewFile = CaseFileQueueQuery['caseFiles']['items'][number];
export type ReviewRow = QueueRow & { readonly file: ReviewFile };

/** What is decided: one file passed at once, several after being asked, a return, a rejection. */
export type ReviewDecision = 'pass' | 'passSome' | 'passAll' | 'return' | 'reject';

export interface Review {
  readonly queue: QueueState<ReviewRow>;
  readonly total: number;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
  readonly announcement: string;
  readonly busy: boolean;
  readonly decide: (decision: ReviewDecision, ids: readonly string[], opinion?: string) => Promise<void>;
}

/** The files that await the county's review, and the decisions on them, each answered row by row. */
export function useReview(place: ReturnType<typeof useQueuePage>): Review {
  const say = useWords();
  const [announcement, setAnnouncement] = useState('');
  const variables = {
    filter: { statuses: ['SUBMITTED' as const], search: place.asked || null },
    page: place.page,
    perPage: place.perPage,
  };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['CaseFileQueue', variables],
    queryFn: ({ signal }) => request(caseFileQueueQuery, variables, { signal }),
    placeholderData: keepPreviousData,
  });
  const queue = useQueue<ReviewRow>((data?.caseFiles.items ?? []).map((file) => rowOf(file, say('queue.locked'))));
  const pass = useCommand(passCaseFiles, { announce: true });
  const returnBack = useCommand(returnCaseFiles, { announce: true });
  const reject = useCommand(rejectCaseFiles, { announce: true });
  const tell = (decision: ReviewDecision, rows: readonly RowResult[], name: string): string => {
    const count = rows.filter((row) => row.ok).length;
    if (count < rows.length) return say('queue.someRefused', { ok: count, refused: rows.length - count });
    if (decision === 'reject') return say('review.rejected', { name });
    if (decision === 'return')
      return count === 1 ? say('review.returned', { name }) : say('review.returnedMany', { count });
    return decision === 'pass' ? say('review.passed', { name }) : say('review.passedMany', { count });
  };
  return {
    queue,
    total: data?.caseFiles.total ?? 0,
    isPending,
    error,
    refetch: () => void refetch(),
    announcement,
    busy: pass.pending || returnBack.pending || reject.pending,
    async decide(decision, ids, opinion) {
      const name = queue.rows.find((row) => row.id === ids[0])?.name ?? '';
      const command = decision === 'return' ? returnBack : decision === 'reject' ? reject : pass;
      const words = opinion === undefined ? {} : { opinion };
      const result = await command.run(decision === 'passAll' ? { all: true } : { ids, ...words });
      if (result === undefined) return;
      queue.settle(result.rows);
      setAnnouncement(tell(decision, result.rows, name));
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
