import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import { PlainTable, type PlainColumn } from '../../base/display/PlainTable.tsx';
import type { DeadLetterRowFragment } from '../../base/graph/generated/operation-types.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import type { Service } from './services.ts';
import { useEventWords } from './use-event-words.ts';
import type { Redriving } from './use-redrive.ts';

/** A page of dead letters; those that wait can be ticked, and show why handling failed again. */
export function DeadLetterTable(props: {
  readonly service: Service;
  readonly letters: readonly DeadLetterRowFragment[];
  readonly replayed: boolean;
  readonly redriving: Redriving;
}): ReactElement {
  const { service, letters, replayed } = props;
  const say = useWords();
  const words = useEventWords();
  const ticks = useTicks(letters, props.redriving);
  return (
    <PlainTable
      caption={say('events.deadTitle')}
      rows={letters}
      keyOf={(letter) => letter.id}
      columns={[
        ...(replayed ? [] : [ticks]),
        {
          head: say('events.type'),
          cell: (letter) => (
            <Box component={Link} to={`/events/${service}/${letter.id}`} sx={{ whiteSpace: 'nowrap' }}>
              {words.type(letter.type)}
            </Box>
          ),
        },
        { head: say('events.cause'), cell: (letter) => <Cause letter={letter} redriving={props.redriving} /> },
        { head: say('events.attempts'), right: true, cell: (letter) => letter.attempts },
        { head: say('events.diedAt'), cell: (letter) => <Nowrap words={moment(letter.diedAt)} /> },
        ...(replayed
          ? [
              {
                head: say('events.redrivenAt'),
                cell: (letter: DeadLetterRowFragment) => <Nowrap words={moment(letter.replayedAt)} />,
              },
            ]
          : []),
        { head: say('events.redrivenBy'), cell: (letter) => <Nowrap words={letter.redrivenBy ?? '—'} /> },
        { head: say('events.unit'), cell: (letter) => letter.organizationPath ?? '—' },
        { head: say('events.key'), cell: (letter) => <Box sx={{ minWidth: 160 }}>{letter.key ?? '—'}</Box> },
      ]}
    />
  );
}

const tickSize = { p: 0.5, minWidth: 32, minHeight: 32 } as const;

function useTicks(letters: readonly DeadLetterRowFragment[], redriving: Redriving): PlainColumn<DeadLetterRowFragment> {
  const say = useWords();
  const words = useEventWords();
  const { ticked, tick } = redriving;
  const ids = letters.map((letter) => letter.id);
  const here = ids.filter((id) => ticked.has(id)).length;
  return {
    head: say('events.selectAll'),
    control: (
      <Checkbox
        sx={tickSize}
        checked={here > 0 && here === ids.length}
        indeterminate={here > 0 && here < ids.length}
        slotProps={{ input: { 'aria-label': say('events.selectAll') } }}
        onChange={(_, on) => tick(ids, on)}
      />
    ),
    cell: ({ id, type, diedAt }) => (
      <Checkbox
        sx={tickSize}
        checked={ticked.has(id)}
        slotProps={{
          input: { 'aria-label': say('events.select', { name: `${words.type(type)} ${moment(diedAt)} ${id}` }) },
        }}
        onChange={(_, on) => tick([id], on)}
      />
    ),
  };
}

function Nowrap({ words }: { readonly words: string }): ReactElement {
  return <Box sx={{ whiteSpace: 'nowrap' }}>{words}</Box>;
}

/** The cause, and below it why a redrive from this page failed. */
function Cause(props: { readonly letter: DeadLetterRowFragment; readonly redriving: Redriving }): ReactElement {
  const language = useLanguage();
  const { letter, redriving } = props;
  const refused = redriving.refusals.get(letter.id);
  return (
    <Box sx={{ minWidth: 240, maxWidth: 560, overflowWrap: 'anywhere' }}>
      {letter.cause}
      {refused === undefined ? null : (
        <Box sx={{ color: 'var(--stop)' }}>{refused.problems.map((problem) => problem[language]).join('；')}</Box>
      )}
    </Box>
  );
}
