import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { ReactElement } from 'react';
import { Pager } from '../display/Pager.tsx';
import { useWords } from '../i18n/use-words.ts';
import { QueueList } from './QueueList.tsx';
import type { QueuePageProps } from './queue-page-props.ts';
import type { QueueRow, QueueState } from './use-queue.ts';

interface QueuePanesProps<Row extends QueueRow> extends QueuePageProps<Row> {
  readonly row: Row;
  /** Which piece of evidence is shown. */
  readonly at: number;
  readonly onNextEvidence: () => void;
  /** On a phone: whether the record is shown in place of the list. */
  readonly detailOpen: boolean;
  readonly onPick: (id: string) => void;
}

/** The three panes of a queue: list, evidence, facts; evidence below the facts on narrow screens. */
export function QueuePanes<Row extends QueueRow>(props: QueuePanesProps<Row>): ReactElement {
  const say = useWords();
  const { queue, row, detailOpen } = props;
  const turnTo = (page: number): void => {
    queue.selectPage(false);
    props.onPage(page);
  };
  const detail = detailOpen ? 'block' : 'none';
  return (
    <Box sx={panes}>
      <Box
        component="section"
        aria-label={say('queue.list')}
        sx={{ ...pane, gridArea: 'list', display: { xs: detailOpen ? 'none' : 'block', sm: 'block' } }}
      >
        {props.selectable === true ? <TickPage queue={queue} /> : null}
        <QueueList queue={queue} selectable={props.selectable === true} onPick={props.onPick} />
        <Pager page={props.page} perPage={props.perPage} total={queue.left} onPage={turnTo} />
      </Box>
      <Box
        component="section"
        tabIndex={0}
        aria-label={say('queue.evidence')}
        sx={{
          ...pane,
          p: 2,
          gridArea: 'evidence',
          display: { xs: detail, sm: props.evidence === undefined ? 'none' : 'block' },
        }}
      >
        {props.evidence?.(row, props.at, props.onNextEvidence)}
      </Box>
      <Box
        component="section"
        tabIndex={0}
        aria-label={say('queue.facts')}
        sx={{ ...pane, p: 2, gridArea: 'facts', display: { xs: detail, sm: 'block' } }}
      >
        {props.facts(row)}
      </Box>
    </Box>
  );
}

function TickPage<Row extends QueueRow>({ queue }: { readonly queue: QueueState<Row> }): ReactElement {
  const say = useWords();
  const free = queue.rows.filter((row) => row.locked === undefined).length;
  return (
    <FormControlLabel
      sx={{ ml: '3px', borderBottom: 1, borderColor: 'divider', width: 'calc(100% - 3px)', mr: 0 }}
      label={say('display.selectAll')}
      control={
        <Checkbox
          checked={queue.selected.size > 0}
          indeterminate={queue.selected.size > 0 && queue.selectedRows.length < free}
          onChange={(_, on) => queue.selectPage(on)}
        />
      }
    />
  );
}

const pane = {
  minWidth: 0,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  backgroundColor: 'background.paper',
  overflowY: 'auto',
  maxHeight: { md: 'calc(100dvh - 274px)' },
  minHeight: { md: 280 },
} as const;

const panes = {
  display: 'grid',
  gap: 1,
  alignItems: 'stretch',
  gridTemplateColumns: { xs: '1fr', sm: '240px minmax(0, 1fr)', lg: '300px minmax(0, 1fr) 360px' },
  gridTemplateAreas: {
    xs: '"list" "facts" "evidence"',
    sm: '"list facts" "list evidence"',
    lg: '"list evidence facts"',
  },
} as const;
