import type { ReactElement } from 'react';
import { StatusTag, type Tone } from '../../base/display/StatusTag.tsx';
import type { JobStatus } from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';

const tones: Readonly<Record<JobStatus, Tone>> = {
  RUNNING: 'moving',
  DONE: 'done',
  CANCELLED: 'still',
  FAILED: 'stop',
};

/** How far a job has come. */
export function JobTag({ status }: { readonly status: JobStatus }): ReactElement {
  const say = useWords();
  return <StatusTag tone={tones[status]} word={say(`jobs.status.${status}`)} />;
}
