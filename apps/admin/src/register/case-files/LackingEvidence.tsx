import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { request } from '../../base/graph/client.ts';
import { caseFilesLackingEvidenceQuery } from '../../base/graph/generated/case-files.ts';
import type { CaseFileStatus } from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';

/** How many files of this status lack evidence; read when it is asked, undefined until the answer has come. */
export function useLackingEvidence(of: {
  readonly status: CaseFileStatus;
  readonly asked: boolean;
}): number | undefined {
  const { data } = useQuery({
    queryKey: ['CaseFilesLackingEvidence', of.status],
    queryFn: ({ signal }) => request(caseFilesLackingEvidenceQuery, { status: of.status }, { signal }),
    enabled: of.asked,
  });
  return data?.caseFilesLackingEvidence;
}

/** Warns before many files go on that some of them lack evidence. */
export function LackingEvidence({ count }: { readonly count: number | undefined }): ReactElement | null {
  const say = useWords();
  if (count === undefined || count === 0) return null;
  return <Alert severity="warning">{say('review.lackEvidence', { count })}</Alert>;
}
