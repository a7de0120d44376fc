import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import { ConfirmDialog } from '../display/ConfirmDialog.tsx';
import { ReasonDialog } from '../display/ReasonDialog.tsx';
import { request } from '../graph/client.ts';
import { caseFileQueueQuery } from '../graph/generated/case-files.ts';
import type { CaseFileQueueQuery } from '../graph/generated/operation-types.ts';
import { useCommand } from '../graph/use-command.ts';
import { useWords } from '../i18n/use-words.ts';
import { EvidenceViewer } from '../queue/EvidenceViewer.tsx';
import { QueuePage } from '../queue/QueuePage.tsx';
import { useQueue, type QueueRow } from '../queue/use-queue.ts';
import { useQueuePage } from '../queue/use-queue-page.ts';
import { CaseFileFacts } from './CaseFileFacts.tsx';
import { passCaseFiles, rejectCaseFiles, returnCaseFiles } from './commands.ts';

export type ReviewFile = CaseFileQueueQuery['caseFiles']['items'][number];
type Row = QueueRow & { readonly file: ReviewFile };
type Asking = 'return' | 'reject' | 'passSome' | 'passAll';

/** The county reviewer's queue: evidence beside data and rule, pass or return with one key, then the next file. */
export default function CaseFileReview(): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  const place = useQueuePage();
  const [asking, setAsking] = useState<Asking>();
  const [announcement, setAnnouncement] = useState('');
  const variables = {
    filter: { statuses: ['SUBMITTED' as const], search: place.asked || null },
    page: place.page,
    perPage: place.perPage,
  };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['CaseFileQueue', variables],
    queryFn: ({ signal }) => request(caseFileQueueQuery, variables, { signal }),
    placeholderData: keepPreviousData,
  });
  const total = data?.caseFiles.total ?? 0;
  const queue = useQueue<Row>((data?.caseFiles.items ?? []).map((file) => rowOf(file, say('queue.locked'))));
  const pass = useCommand(passCaseFiles, { announce: true });
  const send = useCommand(returnCaseFiles, { announce: true });
  const reject = useCommand(rejectCaseFiles, { announce: true });
  const busy = pass.pending || send.pending || reject.pending;
  const many = queue.selected.size > 0;
  const chosenIds = (row: Row): readonly string[] => (many ? [...queue.selected] : [row.id]);
  const nameOf = (ids: readonly string[]): string => queue.rows.find((row) => row.id === ids[0])?.name ?? '';
  const carryOut = async (kind: Asking | 'pass', ids: readonly string[], opinion?: string): Promise<void> => {
    const name = nameOf(ids);
    const input = kind === 'passAll' ? { all: true } : { ids, ...(opinion === undefined ? {} : { opinion }) };
    const command = kind === 'return' ? send : kind === 'reject' ? reject : pass;
    const result = await command.run(input);
    setAsking(undefined);
    if (result === undefined) return;
    queue.settle(result.rows);
    const count = result.rows.filter((row) => row.ok).length;
    if (count < result.rows.length)
      setAnnouncement(say('queue.someRefused', { ok: count, refused: result.rows.length - count }));
    else if (kind === 'return')
      setAnnouncement(count === 1 ? say('review.returned', { name }) : say('review.returnedMany', { count }));
    else if (kind === 'reject') setAnnouncement(say('review.rejected', { name }));
    else
      setAnnouncement(
        count === 1 && kind === 'pass' ? say('review.passed', { name }) : say('review.passedMany', { count }),
      );
  };
  const row = queue.current;
  return (
    <>
      <QueuePage<Row>
        title={say('review.title')}
        lead={say('review.lead')}
        queue={queue}
        total={total}
        page={place.page}
        perPage={place.perPage}
        onPage={place.setPage}
        loading={isPending}
        fault={error}
        onRetry={() => void refetch()}
        search={place.search}
        onSearch={place.setSearch}
        filters={
          total > 1 && place.asked === '' ? (
            <Button onClick={() => setAsking('passAll')}>{say('review.passAll', { count: total })}</Button>
          ) : null
        }
        emptyWhy={say('review.emptyWhy')}
        selectable
        announcement={announcement}
        busy={busy}
        evidence={(each, at, next) => (
          <EvidenceViewer
            files={each.file.evidence}
            at={at}
            onNext={next}
            missing={
              each.file.evidenceMissing.length === 0
                ? []
                : [say('review.missing', { list: each.file.evidenceMissing.join(say('display.separator')) })]
            }
          />
        )}
        facts={(each) => <CaseFileFacts file={each.file} />}
        onOpen={(each) => navigate(`/households/${each.file.household.id}`)}
        onApprove={(each) => {
          if (many) setAsking('passSome');
          else if (each.locked === undefined) void carryOut('pass', [each.id]);
        }}
        onReturn={(each) => (many || each.locked === undefined) && setAsking('return')}
        batch={
          <>
            {say('queue.selected', { count: queue.selected.size })}{' '}
            <Button size="small" variant="text" onClick={queue.clear}>
              {say('queue.clearSelection')}
            </Button>
          </>
        }
        decisions={(each) => {
          const locked = !many && each.locked !== undefined;
          return (
            <>
              <Button aria-keyshortcuts="n" onClick={() => queue.move(1)}>
                {say('queue.skip')}
              </Button>
              <Button disabled={locked || busy} onClick={() => setAsking('reject')}>
                {say('review.reject')}
              </Button>
              <Button aria-keyshortcuts="r" disabled={locked || busy} onClick={() => setAsking('return')}>
                {say('review.return')}
              </Button>
              <Button
                variant="contained"
                aria-keyshortcuts="a"
                disabled={locked}
                loading={pass.pending}
                onClick={() => (many ? setAsking('passSome') : void carryOut('pass', [each.id]))}
              >
                {many ? say('review.passSome', { count: queue.selected.size }) : say('review.pass')}
              </Button>
            </>
          );
        }}
      />
      {row !== undefined && (asking === 'return' || asking === 'reject') ? (
        <ReasonDialog
          open
          title={asking === 'return' ? say('review.return') : say('review.rejectTitle')}
          consequence={asking === 'return' ? say('review.returnConsequence') : say('review.rejectConsequence')}
          reasons={[say('review.reasonEvidence'), say('review.reasonIdentity'), say('review.reasonIncome')]}
          pending={busy}
          onCancel={() => setAsking(undefined)}
          onDecide={(opinion) => void carryOut(asking, chosenIds(row), opinion)}
        />
      ) : null}
      <ConfirmDialog
        open={asking === 'passSome' || asking === 'passAll'}
        title={
          asking === 'passAll'
            ? say('review.passAll', { count: total })
            : say('review.passSome', { count: queue.selected.size })
        }
        consequence={
          asking === 'passAll'
            ? say('review.passAllConsequence', { count: total })
            : say('review.passSomeConsequence', { count: queue.selected.size })
        }
        pending={pass.pending}
        onCancel={() => setAsking(undefined)}
        onConfirm={() => void carryOut(asking ?? 'passSome', [...queue.selected])}
      />
    </>
  );
}

function rowOf(file: ReviewFile, lockedWords: string): Row {
  return {
    id: file.id,
    name: file.household.head.name,
    detail: `${file.household.unitName} · ${file.number}`,
    locked: file.lockedForMe ? (file.lockReason ?? lockedWords) : undefined,
    file,
  };
}
