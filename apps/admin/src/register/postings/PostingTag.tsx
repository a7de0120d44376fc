import type { ReactElement } from 'react';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { useWords } from '../../base/i18n/use-words.ts';

/** How far a public posting is. */
export function PostingTag({ status }: { readonly status: string }): ReactElement {
  const say = useWords();
  if (status === 'ACTIVATED') return <StatusTag tone="done" word={say('postingStatus.ACTIVATED')} />;
  if (status === 'ENDED') return <StatusTag tone="wait" word={say('postingStatus.ENDED')} />;
  if (status === 'WITHDRAWN') return <StatusTag tone="still" word={say('postingStatus.WITHDRAWN')} />;
  return <StatusTag tone="moving" word={say('postingStatus.RUNNING')} />;
}
