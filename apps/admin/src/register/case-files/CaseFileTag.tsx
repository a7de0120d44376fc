import type { ReactElement } from 'react';
import { StatusTag, type Tone } from '../../base/display/StatusTag.tsx';
import type { CaseFileStatus } from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';

const tones: Readonly<Record<CaseFileStatus, Tone>> = {
  DRAFT: 'still',
  SUBMITTED: 'moving',
  COUNTY_REVIEW: 'moving',
  POSTED: 'moving',
  ACTIVE: 'done',
  EXITED: 'still',
  RETURNED: 'wait',
  REJECTED: 'stop',
  SUSPENDED: 'wait',
  REVOKED: 'stop',
};

/** How far a case file is. */
export function CaseFileTag({ status }: { readonly status: CaseFileStatus }): ReactElement {
  return <StatusTag tone={tones[status]} word={useWords()(`caseFileStatus.${status}`)} />;
}
