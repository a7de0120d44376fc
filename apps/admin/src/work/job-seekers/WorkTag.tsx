import type { ReactElement } from 'react';
import { StatusTag, type Tone } from '../../base/display/StatusTag.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';

const tones: Readonly<
  Record<
    'jobSeekerStatus' | 'vacancyStatus' | 'referralStatus' | 'legalCaseStatus' | 'wageClaimStatus',
    Readonly<Record<string, Tone>>
  >
> = {
  jobSeekerStatus: { OPEN: 'moving', PLACED: 'done' },
  vacancyStatus: { OPEN: 'moving', FILLED: 'done' },
  referralStatus: { REFERRED: 'moving', PLACED: 'done', NOT_TAKEN: 'still' },
  legalCaseStatus: { OPEN: 'moving', CLOSED: 'still' },
  wageClaimStatus: { OPEN: 'moving', RECOVERED: 'done' },
};

/** How far a job seeker, a vacancy, a referral, a legal case or a wage claim is. */
export function WorkTag(props: { readonly of: keyof typeof tones; readonly status: string }): ReactElement {
  const term = useTerm();
  return <StatusTag tone={tones[props.of][props.status] ?? 'still'} word={term(props.of, props.status)} />;
}
