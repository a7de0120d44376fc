import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';
import type { QueuePageProps } from './queue-page-props.ts';
import type { QueueRow } from './use-queue.ts';

interface DecisionBarProps<Row extends QueueRow> extends QueuePageProps<Row> {
  readonly row: Row;
  readonly detailOpen: boolean;
  /** On a phone: from the list to the record and back. */
  readonly onSwitch: () => void;
}

/** The possible decisions, always visible: on the current row, or on the ticked ones with their sum. */
export function DecisionBar<Row extends QueueRow>(props: DecisionBarProps<Row>): ReactElement {
  const say = useWords();
  const { queue, row } = props;
  return (
    <Box
      component="section"
      aria-label={say('queue.decisions')}
      sx={{
        position: 'sticky',
        bottom: { xs: 56, sm: 0 },
        mt: 1,
        mx: { xs: -2, sm: -3 },
        mb: { xs: 0, sm: -3 },
        px: { xs: 2, sm: 3 },
        py: 1,
        zIndex: 2,
        backgroundColor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
      }}
    >
      <Button sx={{ display: { sm: 'none' } }} onClick={props.onSwitch}>
        {props.detailOpen ? say('queue.list') : say('queue.facts')}
      </Button>
      <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
        {queue.selected.size > 0 ? (
          props.batch
        ) : (
          <>
            <strong>{row.name}</strong>{' '}
            <Box component="span" sx={{ color: 'text.secondary', display: queue.staying ? 'none' : 'inline' }}>
              {say('queue.position', {
                n: (props.page - 1) * props.perPage + queue.position + 1,
                total: queue.left,
              })}
            </Box>
            {row.locked === undefined ? null : <Box sx={{ color: 'var(--wait)' }}>{row.locked}</Box>}
            {row.locked !== undefined || row.warning === undefined ? null : (
              <Box role="status" sx={{ color: 'var(--wait)', display: 'flex', gap: 0.5 }}>
                <WarningAmberOutlined aria-hidden="true" sx={{ fontSize: 16, mt: '3px' }} />
                {row.warning}
              </Box>
            )}
          </>
        )}
      </Box>
      <Box data-about={queue.selected.size > 0 ? undefined : row.id} sx={{ display: 'contents' }}>
        {props.decisions(row)}
      </Box>
    </Box>
  );
}
