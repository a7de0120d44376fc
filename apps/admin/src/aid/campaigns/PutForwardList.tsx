import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { amount } from '../../base/display/money.ts';
import { request } from '../../base/graph/client.ts';
import { campaignCandidatesQuery } from '../../base/graph/generated/campaigns.ts';
import type { RowResult } from '../../base/graph/command.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { putForwardCampaignList } from './commands.ts';
import { NotPutForward } from './NotPutForward.tsx';

/** Puts the county's active households before the approver; says how many, and why the others were not. */
export function PutForwardList(props: { readonly campaignId: string; readonly standard: string }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(putForwardCampaignList, { announce: true });
  const [asking, setAsking] = useState(false);
  const [left, setLeft] = useState<{ readonly ok: number; readonly refused: readonly RowResult[] }>();
  const candidates = useQuery({
    queryKey: ['PutForwardCount', props.campaignId],
    queryFn: ({ signal }) =>
      request(campaignCandidatesQuery, { id: props.campaignId, page: 1, perPage: 1 }, { signal }),
    enabled: asking,
  });
  const waiting = candidates.data?.campaign?.candidates.total;
  const putForward = async (): Promise<void> => {
    const result = await command.run({ campaignId: props.campaignId });
    setAsking(false);
    if (result === undefined) return;
    const refused = result.rows.filter((row) => !row.ok);
    const ok = result.rows.length - refused.length;
    if (refused.length === 0) notify(say('campaign.putForwardDone', { ok }), { type: 'success' });
    else setLeft({ ok, refused });
  };
  return (
    <>
      <Button variant="contained" onClick={() => setAsking(true)}>
        {say('campaign.putForwardList')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={say('campaign.putForwardList')}
        subject={waiting === undefined ? undefined : say('campaign.putForwardSubject', { count: waiting })}
        waiting={candidates.isLoading}
        consequence={say('campaign.putForwardConsequence', { standard: amount(props.standard) })}
        pending={command.pending}
        onCancel={() => setAsking(false)}
        onConfirm={() => void putForward()}
      />
      {left === undefined ? null : <NotPutForward {...left} onClose={() => setLeft(undefined)} />}
    </>
  );
}
