import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { moment } from '../../base/display/dates.ts';
import { Download } from '../../base/display/Download.tsx';
import { MaskedIdentity } from '../../base/display/Figure.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useLanguage, useWords, type Say } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { activatePosting } from './commands.ts';
import { ConfirmPosting } from './ConfirmPosting.tsx';
import { Objections } from './Objections.tsx';
import { PostingPhotos } from './PostingPhotos.tsx';
import { PostingTag } from './PostingTag.tsx';
import { RecordObjection } from './RecordObjection.tsx';
import { recordPage } from '../../base/record/record-page.tsx';
import { WithdrawPosting } from './WithdrawPosting.tsx';

export type PostingDetail = DetailOf<'postings'>;

/** One public posting: its period, the names on it, the objections, and the activation of its files. */
export default recordPage('postings', function PostingRecord({ record: posting }): ReactElement {
  const say = useWords();
  const can = useCan();
  const open = posting.status !== 'ACTIVATED' && posting.status !== 'WITHDRAWN';
  const hindrance = hindranceOf(posting, say);
  return (
    <RecordPage
      title={posting.place}
      lead={<span>{posting.organizationName}</span>}
      tags={<PostingTag status={posting.status} />}
      actions={
        <>
          {posting.status === 'WITHDRAWN' ? null : (
            <Download
              url={posting.listUrl}
              fileName={`${say('posting.listName', { from: posting.from })}.docx`}
              words={say('posting.list')}
            />
          )}
          <WithdrawPosting posting={posting} />
          <ConfirmPosting posting={posting} />
          {open && posting.postedCount > 0 && can('posting.record-objection') ? (
            <RecordObjection posting={posting} />
          ) : null}
          {open && posting.mayOpen ? <ActivatePosting posting={posting} /> : null}
        </>
      }
      notice={
        hindrance === undefined ? null : (
          <Alert severity="warning" sx={{ mb: 2 }}>
            {hindrance}
          </Alert>
        )
      }
      facts={[
        {
          name: say('posting.period'),
          value: say('posting.periodText', { from: posting.from, to: posting.to, days: posting.workingDays }),
        },
        { name: say('posting.count'), value: String(posting.caseFileCount) },
        { name: say('posting.objectionPhone'), value: posting.objectionPhone },
        {
          name: say('posting.objections'),
          value:
            posting.openObjections === 0
              ? String(posting.objections.length)
              : say('posting.openObjections', { count: posting.openObjections }),
        },
        ...(posting.enteredAfterwards
          ? [
              {
                name: say('posting.entered'),
                value:
                  posting.confirmedBy === null
                    ? say('posting.enteredBy', { name: posting.publishedBy })
                    : say('posting.confirmedBy', { name: posting.confirmedBy }),
              },
            ]
          : []),
        ...(posting.provisional ? [{ name: say('posting.clock'), value: say('posting.provisional') }] : []),
      ]}
      tabs={[
        {
          key: 'objections',
          name: `${say('posting.objections')} ${posting.objections.length}`,
          content: <Objections posting={posting} />,
        },
        {
          key: 'photos',
          name: `${say('posting.photos')} ${posting.photos.length}`,
          content: <PostingPhotos posting={posting} />,
        },
        {
          key: 'names',
          name: `${say('posting.names')} ${posting.names.length}`,
          content: (
            <PlainTable
              caption={say('posting.names')}
              rows={posting.names}
              keyOf={(name) => name.caseFileId}
              columns={[
                {
                  head: say('posting.name'),
                  cell: (name) => <Link to={`/households/${name.householdId}`}>{name.name}</Link>,
                },
                { head: say('household.unit'), cell: (name) => name.unitName },
                {
                  head: say('household.identity'),
                  cell: (name) => <MaskedIdentity value={name.maskedIdentityNumber} />,
                },
                { head: say('posting.outcome'), cell: ({ leftFor }) => say(outcomeOf(leftFor, posting.status)) },
              ]}
            />
          ),
        },
      ]}
    />
  );
});

/** What became of a household on the list. */
function outcomeOf(leftFor: PostingDetail['names'][number]['leftFor'], status: PostingDetail['status']) {
  switch (leftFor) {
    case null:
      return 'posting.stillPosted';
    case 'COUNTY_REVIEW':
      return status === 'WITHDRAWN' ? 'posting.takenDown' : 'posting.reviewedAnew';
    default:
      return `caseFileStatus.${leftFor}` as const;
  }
}

/** Whether it was entered after its day and no second person has confirmed it. */
function isUnconfirmed({ enteredAfterwards, confirmedBy }: PostingDetail): boolean {
  return enteredAfterwards && confirmedBy === null;
}

/** Why some or all of its files cannot be activated yet. */
function hindranceOf(posting: PostingDetail, say: Say): string | undefined {
  const { status, to, filesToOpen, photos } = posting;
  if (status === 'WITHDRAWN') {
    const at = posting.withdrawnAt === null ? '' : moment(posting.withdrawnAt);
    return say('posting.withdrawnBy', { name: posting.withdrawnBy ?? '', at, reason: posting.withdrawnReason ?? '' });
  }
  if (status === 'RUNNING') return say('posting.notYet', { to });
  const { awaitingAnswer, upheld } = filesToOpen;
  const sentences = [
    ...(isUnconfirmed(posting) ? [say(photos.length === 0 ? 'posting.wantsPhoto' : 'posting.wantsConfirmation')] : []),
    ...(awaitingAnswer > 0 ? [say('posting.answerFirst', { count: awaitingAnswer })] : []),
    ...(upheld > 0 ? [say('posting.decideUpheld', { count: upheld })] : []),
  ];
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** Activates the files that nothing holds back; the others wait for their objection, and the button shows how many. */
function ActivatePosting({ posting }: { readonly posting: PostingDetail }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const command = useCommand(activatePosting, { announce: true });
  const { ready, awaitingAnswer, upheld } = posting.filesToOpen;
  const waiting = awaitingAnswer + upheld;
  const words = ready + waiting === 0 ? 'finish' : waiting === 0 ? 'activate' : 'activateSome';
  const counts = { count: ready, waiting };
  const activate = async (): Promise<void> => {
    const result = await command.run({ postingId: posting.id });
    setAsking(false);
    if (result === undefined) return;
    const ok = result.rows.filter((row) => row.ok).length;
    const refusal = result.rows.find((row) => !row.ok)?.problems[0];
    if (ok > 0) notify(say('posting.activated', { count: ok }), { type: 'success' });
    else if (refusal !== undefined) notify(refusal[language], { type: 'error', autoHideDuration: 10_000 });
    else notify(say('posting.finished'), { type: 'success' });
  };
  return (
    <>
      <Button
        variant="contained"
        disabled={posting.status === 'RUNNING' || isUnconfirmed(posting) || (ready === 0 && waiting > 0)}
        onClick={() => setAsking(true)}
      >
        {say(`posting.${words}`, counts)}
      </Button>
      <ConfirmDialog
        open={asking}
        title={say(`posting.${words}`, counts)}
        consequence={say(`posting.${words}Consequence`, counts)}
        pending={command.pending}
        onCancel={() => setAsking(false)}
        onConfirm={() => void activate()}
      />
    </>
  );
}
