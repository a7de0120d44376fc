import type { ReactElement } from 'react';
import { StatusTag, type Tone } from './StatusTag.tsx';
import type { ApplicationStatus } from '../graph/generated/operation-types.ts';
import { useWords } from '../i18n/use-words.ts';

const tones: Readonly<Record<ApplicationStatus, Tone>> = {
  DRAFT: 'still',
  SUBMITTED: 'moving',
  BASE_REVIEW: 'moving',
  COUNTY_REVIEW: 'moving',
  CITY_REVIEW: 'moving',
  APPROVED: 'moving',
  AWAITING_FUNDS: 'wait',
  FUNDED: 'moving',
  PAID: 'done',
  FOLLOWED_UP: 'done',
  RETURNED: 'wait',
  REJECTED: 'stop',
  WITHDRAWN: 'still',
  SUSPENDED: 'wait',
  LAPSED: 'still',
};

/** How far an application is. */
export function ApplicationTag({ status }: { readonly status: ApplicationStatus }): ReactElement {
  return <StatusTag tone={tones[status]} word={useWords()(`applicationStatus.${status}`)} />;
}
