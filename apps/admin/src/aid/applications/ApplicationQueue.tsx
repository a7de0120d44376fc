import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type ReactElement } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { amount, sumOf } from '../../base/display/money.ts';
import { applicationsWaitingQuery, fundsLeftQuery } from '../../base/graph/generated/applications.ts';
import { campaignListQuery } from '../../base/graph/generated/campaigns.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { BatchLine } from '../../base/queue/BatchLine.tsx';
import { DecisionButtons } from '../../base/queue/DecisionButtons.tsx';
import { EvidenceViewer } from '../../base/queue/EvidenceViewer.tsx';
import { QueuePage } from '../../base/queue/QueuePage.tsx';
import { ApplicationFacts, type QueuedApplication } from './ApplicationFacts.tsx';
import { ApprovalDialogs, type Asking } from './ApprovalDialogs.tsx';
import { stillMissing } from './still-missing.ts';
import { outsideCampaigns, useApproval, type ApprovalRow } from './use-approval.ts';

/** The approver's queue: amount, cap, clause and money left at the moment of deciding; one row or many. */
export default function ApplicationQueue(): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const chosen = params.get('campaign') ?? undefined;
  const campaigns = useAnswer(campaignListQuery, { page: 1, perPage: 50 }).data?.campaigns.items ?? [];
  const available = useAnswer(fundsLeftQuery, {}).data?.fundsWork.available;
  const only = useOnlyCampaign();
  const whole = chosen === undefined ? only : chosen === outsideCampaigns ? undefined : chosen;
  const approval = useApproval(chosen, whole, available);
  const { queue } = approval;
  const [asking, setAsking] = useState<Asking>();
  const many = queue.selected.size > 0;
  const chosenWords = {
    count: queue.selected.size,
    amount: amount(sumOf(queue.selectedRows.map((row) => row.amount))),
    available: amount(available),
  };
  const chosenRows = (): readonly ApprovalRow[] =>
    many ? queue.selectedRows : queue.current === undefined ? [] : [queue.current];
  const ask = (kind: Asking['kind']): void => setAsking({ kind, rows: kind === 'approveAll' ? [] : chosenRows() });
  const approve = (row: ApprovalRow): void => {
    if (many) ask('approveSome');
    else if (row.locked === undefined) void approval.decide('approve', [row.id]);
  };
  const canApproveAll = queue.left > 1 && approval.place.asked === '' && whole !== undefined;
  return (
    <>
      <QueuePage<ApprovalRow>
        title={say('approval.title')}
        name="approval"
        lead={say('approval.lead')}
        queue={queue}
        page={approval.place.page}
        perPage={approval.place.perPage}
        onPage={approval.place.setPage}
        loading={approval.isPending}
        fault={approval.error}
        onRetry={approval.refetch}
        search={approval.place.search}
        onSearch={approval.place.setSearch}
        filters={
          <QueueFilters
            campaigns={campaigns}
            chosen={chosen}
            onChoose={(id) => setParams(id === '' ? {} : { campaign: id })}
            total={canApproveAll ? queue.left : undefined}
            onApproveAll={() => ask('approveAll')}
          />
        }
        emptyWhy={say('approval.emptyWhy')}
        selectable
        announcement={approval.announcement}
        evidence={(row, at, next) => <ApplicationEvidence application={row.application} at={at} onNext={next} />}
        facts={(row) => <ApplicationFacts application={row.application} available={available} />}
        onOpen={(row) => navigate(`/households/${row.application.household.id}`)}
        onApprove={approve}
        onReturn={(row) => (many || row.locked === undefined) && ask('return')}
        onReject={(row) => (many || row.locked === undefined) && ask('reject')}
        batch={<BatchLine words={say('approval.batch', chosenWords)} onClear={queue.clear} />}
        decisions={(row) => (
          <DecisionButtons
            locked={!many && row.locked !== undefined}
            words={{
              reject: say('approval.reject'),
              return: say('approval.return'),
              approve: many
                ? say('approval.approveSome', { count: queue.selected.size })
                : say('approval.approveOne', { amount: amount(row.amount) }),
            }}
            onSkip={() => queue.move(1)}
            onReject={() => ask('reject')}
            onReturn={() => ask('return')}
            onApprove={() => approve(row)}
          />
        )}
      />
      <ApprovalDialogs
        asking={asking}
        approval={approval}
        available={available}
        onCancel={() => setAsking(undefined)}
        onDecide={(kind, opinion) =>
          void approval.decide(kind, asking?.rows.map((row) => row.id) ?? [], opinion).then((done) => {
            // A reason that did not reach the server stays in its dialog.
            if (done || opinion === undefined) setAsking(undefined);
          })
        }
      />
    </>
  );
}

/** The campaign of the applications that wait, if it is the same for all of them. */
function useOnlyCampaign(): string | undefined {
  const all = useAnswer(applicationsWaitingQuery, {}).data?.applications;
  const campaignId = all?.items[0]?.campaign?.id;
  const its = useAnswer(applicationsWaitingQuery, { campaignId }, { enabled: campaignId !== undefined }).data;
  return its?.applications.total === all?.total ? campaignId : undefined;
}

function ApplicationEvidence(props: {
  readonly application: QueuedApplication;
  readonly at: number;
  readonly onNext: () => void;
}): ReactElement {
  const say = useWords();
  const { caseFile } = props.application;
  const list = stillMissing(props.application).join(say('display.separator'));
  return (
    <EvidenceViewer
      files={caseFile.evidence}
      at={props.at}
      onNext={props.onNext}
      missing={list === '' ? [] : [say('approval.evidenceMissing', { list })]}
    />
  );
}

function QueueFilters(props: {
  readonly campaigns: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  /** How many can be approved together; undefined if they can't be. */
  readonly total: number | undefined;
  readonly onApproveAll: () => void;
}): ReactElement {
  const say = useWords();
  return (
    <>
      <CampaignChoice campaigns={props.campaigns} chosen={props.chosen} onChoose={props.onChoose} />
      {props.total === undefined ? null : (
        <Button onClick={props.onApproveAll}>{say('approval.approveAll', { count: props.total })}</Button>
      )}
    </>
  );
}

function CampaignChoice(props: {
  readonly campaigns: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}): ReactElement | null {
  const say = useWords();
  if (props.campaigns.length === 0) return null;
  return (
    <TextField
      select
      label={say('approval.campaign')}
      value={props.chosen ?? ''}
      sx={{ width: 260 }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      onChange={(event) => props.onChoose(event.target.value)}
    >
      <MenuItem value="">{say('approval.allCampaigns')}</MenuItem>
      {props.campaigns.map((campaign) => (
        <MenuItem key={campaign.id} value={campaign.id}>
          {campaign.name}
        </MenuItem>
      ))}
      <MenuItem value={outsideCampaigns}>{say('approval.outsideCampaigns')}</MenuItem>
    </TextField>
  );
}
