import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';
import type { RowResult } from '../../base/graph/command.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';

const mostLinks = 10;

/** Why households of a list were not put forward: each reason with its count and a link to their files. */
export function NotPutForward(props: {
  readonly ok: number;
  readonly refused: readonly RowResult[];
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const titleId = useId();
  const reasons = [...Map.groupBy(props.refused, ({ problems }) => problems[0]?.[language] ?? '')];
  return (
    <WorkDialog open maxWidth="md" onLeave={props.onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>
        {say('campaign.putForwardSome', { ok: props.ok, refused: props.refused.length })}
      </DialogTitle>
      <DialogContent>
        <PlainTable
          caption={say('campaign.notPutForward')}
          rows={reasons}
          keyOf={([reason]) => reason}
          columns={[
            { head: say('campaign.why'), cell: ([reason]) => reason },
            { head: say('campaign.households'), right: true, cell: ([, rows]) => rows.length },
            {
              head: say('campaign.files'),
              cell: ([, rows]) => (
                <>
                  {rows.slice(0, mostLinks).map(({ id }, index) => (
                    <span key={id}>
                      {index === 0 ? '' : ' '}
                      <Link to={`/case-files/${id}`}>{say('campaign.file', { place: index + 1 })}</Link>
                    </span>
                  ))}
                  {rows.length > mostLinks ? ' …' : ''}
                </>
              ),
            },
          ]}
        />
        <p>{say('campaign.notPutForwardKept')}</p>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={props.onClose}>
          {say('display.leave')}
        </Button>
      </DialogActions>
    </WorkDialog>
  );
}
