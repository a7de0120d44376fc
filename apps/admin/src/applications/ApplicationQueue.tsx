import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type ReactElement } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { ConfirmDialog } from '../display/ConfirmDialog.tsx';
import { amount, exceeds, sumOf } from '../display/money.ts';
import { ReasonDialog } from '../display/ReasonDialog.tsx';
import { fundsLeftQuery } from '../graph/generated/applications.ts';
import { campaignListQuery } from '../graph/generated/campaigns.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { useWords } from '../i18n/use-words.ts';
import { useWorkCounts } from '../layout/use-work-counts.ts';
import { EvidenceViewer } from '../queue/EvidenceViewer.tsx';
import { QueuePage } from '../queue/QueuePage.tsx';
import { ApplicationFacts } from './ApplicationFacts.tsx';
import { useApproval, type ApprovalRow, type Decision } from './use-approval.ts';

/** The approver's queue: amount, cap, clause and money left at the moment of deciding; one row or many. */
export default function ApplicationQueue(): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const campaignId = params.get('campaign') ?? undefined;
  const campaigns = useAnswer(campaignListQuery, { page: 1, perPage: 50 }).data?.campaigns.items ?? [];
  const available = useAnswer(fundsLeftQuery, {}).data?.fundsWork.available;
  const waiting = useWorkCounts().caseWork?.applicationsAmountToApprove;
  const only = campaigns.length === 1 ? campaigns[0]?.id : undefined;
  const approval = useApproval(campaignId ?? only);
  const { queue, total } = approval;
  const [asking, setAsking] = useState<Exclude<Decision, 'approve'>>();
  const many = queue.selected.size > 0;
  const sum = sumOf(queue.selectedRows.map((row) => row.amount));
  const asked =
    asking === 'approveAll'
      ? { count: total, amount: waiting ?? '0.00' }
      : { count: queue.selected.size, amount: sum };
  const places = { count: asked.count, amount: amount(asked.amount), available: amount(available) };
  const short = available !== undefined && exceeds(asked.amount, available);
  const decide = async (decision: Decision, ids: readonly string[], opinion?: string): Promise<void> => {
    await approval.decide(decision, ids, opinion);
    setAsking(undefined);
  };
  const approve = (row: ApprovalRow): void => {
    if (many) setAsking('approveSome');
    else if (row.locked === undefined) void decide('approve', [row.id]);
  };
  const chosen = (): readonly string[] =>
    many ? [...queue.selected] : queue.current === undefined ? [] : [queue.current.id];
  const canApproveAll = total > 1 && approval.place.asked === '' && (campaignId ?? only) !== undefined;
  return (
    <>
      <QueuePage<ApprovalRow>
        title={say('approval.title')}
        lead={say('approval.lead')}
        queue={queue}
        total={total}
        page={approval.place.page}
        perPage={approval.place.perPage}
        onPage={approval.place.setPage}
        loading={approval.isPending}
        fault={approval.error}
        onRetry={approval.refetch}
        search={approval.place.search}
        onSearch={approval.place.setSearch}
        filters={
          <>
            {campaigns.length < 2 ? null : (
              <TextField
                select
                label={say('approval.campaign')}
                value={campaignId ?? ''}
                sx={{ width: 260 }}
                slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
                onChange={(event) => setParams(event.target.value === '' ? {} : { campaign: event.target.value })}
              >
                <MenuItem value="">{say('approval.allCampaigns')}</MenuItem>
                {campaigns.map((campaign) => (
                  <MenuItem key={campaign.id} value={campaign.id}>
                    {campaign.name}
                  </MenuItem>
                ))}
              </TextField>
            )}
            {canApproveAll ? (
              <Button onClick={() => setAsking('approveAll')}>{say('approval.approveAll', { count: total })}</Button>
            ) : null}
          </>
        }
        emptyWhy={say('approval.emptyWhy')}
        selectable
        announcement={approval.announcement}
        busy={approval.busy}
        evidence={(row, at, next) => (
          <EvidenceViewer
            files={row.application.caseFile.evidence}
            at={at}
            onNext={next}
            missing={
              row.application.decision.evidenceMissing.length === 0
                ? []
                : [
                    say('approval.evidenceMissing', {
                      list: row.application.decision.evidenceMissing.join(say('display.separator')),
                    }),
                  ]
            }
          />
        )}
        facts={(row) => <ApplicationFacts application={row.application} available={available} />}
        onOpen={(row) => navigate(`/households/${row.application.household.id}`)}
        onApprove={approve}
        onReturn={(row) => (many || row.locked === undefined) && setAsking('return')}
        batch={
          <>
            {say('approval.batch', { count: queue.selected.size, amount: amount(sum), available: amount(available) })}{' '}
            <Button size="small" variant="text" onClick={queue.clear}>
              {say('queue.clearSelection')}
            </Button>
          </>
        }
        decisions={(row) => {
          const locked = !many && row.locked !== undefined;
          return (
            <>
              <Button aria-keyshortcuts="n" onClick={() => queue.move(1)}>
                {say('queue.skip')}
              </Button>
              <Button disabled={locked || approval.busy} onClick={() => setAsking('reject')}>
                {say('approval.reject')}
              </Button>
              <Button aria-keyshortcuts="r" disabled={locked || approval.busy} onClick={() => setAsking('return')}>
                {say('approval.return')}
              </Button>
              <Button
                variant="contained"
                aria-keyshortcuts="a"
                disabled={locked}
                loading={approval.busy}
                onClick={() => approve(row)}
              >
                {many
                  ? say('approval.approveSome', { count: queue.selected.size })
                  : say('approval.approveOne', { amount: amount(row.amount) })}
              </Button>
            </>
          );
        }}
      />
      {asking === 'return' || asking === 'reject' ? (
        <ReasonDialog
          open
          title={asking === 'return' ? say('approval.return') : say('approval.rejectTitle')}
          consequence={asking === 'return' ? say('approval.returnConsequence') : say('approval.rejectConsequence')}
          reasons={[say('approval.reasonEvidence'), say('approval.reasonChanged')]}
          pending={approval.busy}
          onCancel={() => setAsking(undefined)}
          onDecide={(opinion) => void decide(asking, chosen(), opinion)}
        />
      ) : null}
      <ConfirmDialog
        open={asking === 'approveSome' || asking === 'approveAll'}
        title={
          asking === 'approveAll'
            ? say('approval.approveAll', { count: total })
            : say('approval.approveSome', { count: queue.selected.size })
        }
        consequence={
          <>
            {asking === 'approveAll'
              ? say('approval.approveAllConsequence', places)
              : say('approval.approveSomeConsequence', places)}
            {short ? <div>{say('approval.shortConsequence')}</div> : null}
          </>
        }
        pending={approval.busy}
        onCancel={() => setAsking(undefined)}
        onConfirm={() => void decide(asking ?? 'approveSome', [...queue.selected])}
      />
    </>
  );
}
