import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import { DecisionButtons } from '../queue/DecisionButtons.tsx';
import { EvidenceViewer } from '../queue/EvidenceViewer.tsx';
import { QueuePage } from '../queue/QueuePage.tsx';
import { useQueuePage } from '../queue/use-queue-page.ts';
import { CaseFileFacts } from './CaseFileFacts.tsx';
import { ReviewDialogs } from './ReviewDialogs.tsx';
import { useReview, type ReviewDecision, type ReviewRow } from './use-review.ts';

/** The county reviewer's queue: evidence beside data and rule, pass or return with one key, then the next file. */
export default function CaseFileReview(): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  const place = useQueuePage();
  const [asking, setAsking] = useState<Exclude<ReviewDecision, 'pass'>>();
  const review = useReview(place);
  const { queue, total, busy } = review;
  const many = queue.selected.size > 0;
  const chosenIds = (): readonly string[] =>
    many ? [...queue.selected] : queue.current === undefined ? [] : [queue.current.id];
  const carryOut = async (kind: ReviewDecision, ids: readonly string[], opinion?: string): Promise<void> => {
    await review.decide(kind, ids, opinion);
    setAsking(undefined);
  };
  return (
    <>
      <QueuePage<ReviewRow>
        title={say('review.title')}
        lead={say('review.lead')}
        queue={queue}
        total={total}
        page={place.page}
        perPage={place.perPage}
        onPage={place.setPage}
        loading={review.isPending}
        fault={review.error}
        onRetry={review.refetch}
        search={place.search}
        onSearch={place.setSearch}
        filters={
          total > 1 && place.asked === '' ? (
            <Button onClick={() => setAsking('passAll')}>{say('review.passAll', { count: total })}</Button>
          ) : null
        }
        emptyWhy={say('review.emptyWhy')}
        selectable
        announcement={review.announcement}
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
        decisions={(each) => (
          <DecisionButtons
            locked={!many && each.locked !== undefined}
            busy={busy}
            words={{
              reject: say('review.reject'),
              return: say('review.return'),
              approve: many ? say('review.passSome', { count: queue.selected.size }) : say('review.pass'),
            }}
            onSkip={() => queue.move(1)}
            onReject={() => setAsking('reject')}
            onReturn={() => setAsking('return')}
            onApprove={() => (many ? setAsking('passSome') : void carryOut('pass', [each.id]))}
          />
        )}
      />
      <ReviewDialogs
        asking={asking}
        total={total}
        selected={queue.selected.size}
        busy={busy}
        onCancel={() => setAsking(undefined)}
        onDecide={(kind, opinion) => void carryOut(kind, chosenIds(), opinion)}
      />
    </>
  );
}
