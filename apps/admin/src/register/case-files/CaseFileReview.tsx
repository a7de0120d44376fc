import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import { useWords } from '../../base/i18n/use-words.ts';
import { BatchLine } from '../../base/queue/BatchLine.tsx';
import { DecisionButtons } from '../../base/queue/DecisionButtons.tsx';
import { EvidenceViewer } from '../../base/queue/EvidenceViewer.tsx';
import { QueuePage } from '../../base/queue/QueuePage.tsx';
import { useQueuePage } from '../../base/queue/use-queue-page.ts';
import { CaseFileFacts } from './CaseFileFacts.tsx';
import { ReviewedToday } from './ReviewedToday.tsx';
import { ReviewDialogs } from './ReviewDialogs.tsx';
import { useReview, type ReviewDecision, type ReviewFile, type ReviewRow } from './use-review.ts';

/** The open dialog and its rows: those chosen when it opened. */
interface Asking {
  readonly kind: Exclude<ReviewDecision, 'pass'>;
  readonly rows: readonly ReviewRow[];
}

/**
 * The county reviewer's queue: evidence beside data and rule; one key passes or returns, then the next file is shown.
 */
export default function CaseFileReview(): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  const place = useQueuePage();
  const [asking, setAsking] = useState<Asking>();
  const review = useReview(place);
  const { queue, busy } = review;
  const many = queue.selected.size > 0;
  const chosenRows = (): readonly ReviewRow[] =>
    many ? queue.selectedRows : queue.current === undefined ? [] : [queue.current];
  const ask = (kind: Asking['kind']): void => setAsking({ kind, rows: kind === 'passAll' ? [] : chosenRows() });
  const passOne = (row: ReviewRow): void => {
    if (many) ask('passSome');
    else if (row.locked === undefined) void review.decide('pass', [row.id]);
  };
  return (
    <>
      <QueuePage<ReviewRow>
        title={say('review.title')}
        name="review"
        lead={say('review.lead')}
        queue={queue}
        page={place.page}
        perPage={place.perPage}
        onPage={place.setPage}
        loading={review.isPending}
        fault={review.error}
        onRetry={review.refetch}
        search={place.search}
        onSearch={place.setSearch}
        filters={
          <>
            <ReviewedToday />
            {queue.left > 1 && place.asked === '' ? (
              <Button onClick={() => ask('passAll')}>{say('review.passAll', { count: queue.left })}</Button>
            ) : null}
          </>
        }
        emptyWhy={say('review.emptyWhy')}
        selectable
        announcement={review.announcement}
        evidence={(each, at, next) => <FileEvidence file={each.file} at={at} onNext={next} />}
        facts={(each) => <CaseFileFacts file={each.file} />}
        onOpen={(each) => navigate(`/households/${each.file.household.id}`)}
        onApprove={passOne}
        onReturn={(each) => (many || each.locked === undefined) && ask('return')}
        onReject={(each) => (many || each.locked === undefined) && ask('reject')}
        batch={<BatchLine words={say('queue.selected', { count: queue.selected.size })} onClear={queue.clear} />}
        decisions={(each) => (
          <DecisionButtons
            locked={!many && each.locked !== undefined}
            words={{
              reject: say('review.reject'),
              return: say('review.return'),
              approve: many ? say('review.passSome', { count: queue.selected.size }) : say('review.pass'),
            }}
            onSkip={() => queue.move(1)}
            onReject={() => ask('reject')}
            onReturn={() => ask('return')}
            onApprove={() => passOne(each)}
          />
        )}
      />
      <ReviewDialogs
        asking={asking?.kind}
        total={queue.left}
        rows={asking?.rows ?? []}
        busy={busy}
        onCancel={() => setAsking(undefined)}
        onDecide={(kind, opinion) =>
          void review.decide(kind, asking?.rows.map((row) => row.id) ?? [], opinion).then((done) => {
            // A reason that did not reach the server stays in its dialog.
            if (done || opinion === undefined) setAsking(undefined);
          })
        }
      />
    </>
  );
}

function FileEvidence(props: {
  readonly file: ReviewFile;
  readonly at: number;
  readonly onNext: () => void;
}): ReactElement {
  const say = useWords();
  const { evidence, evidenceMissing } = props.file;
  const list = evidenceMissing.join(say('display.separator'));
  return (
    <EvidenceViewer
      files={evidence}
      at={props.at}
      onNext={props.onNext}
      missing={list === '' ? [] : [say('review.missing', { list })]}
    />
  );
}
