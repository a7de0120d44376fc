import type { ReactElement } from 'react';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { useWords } from '../../base/i18n/use-words.ts';

/** Whether a campaign is being prepared, open or over. */
export function CampaignTag({ status }: { readonly status: string }): ReactElement {
  const say = useWords();
  if (status === 'OPEN') return <StatusTag tone="moving" word={say('campaignStatus.OPEN')} />;
  if (status === 'CLOSED') return <StatusTag tone="still" word={say('campaignStatus.CLOSED')} />;
  return <StatusTag tone="still" word={say('campaignStatus.DRAFT')} />;
}
