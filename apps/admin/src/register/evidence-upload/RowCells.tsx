import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import type { EvidenceRow, Owner } from './evidence-rows.ts';

/** Whose a file is: the one whom its name means, a choice among namesakes, or a search. */
export function OwnerChoice(props: {
  readonly row: EvidenceRow;
  readonly onChoose: (owner: Owner) => void;
  readonly onSearch: () => void;
}): ReactElement {
  const say = useWords();
  const { row, onChoose, onSearch } = props;
  const words = ({ name, maskedIdentityNumber: number, unitName: unit }: Owner): string =>
    say('evidenceUpload.owner', { name, number, unit });
  if (row.state.is === 'SENT') return <>{row.owner === undefined ? null : words(row.owner)}</>;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {row.owners.length > 1 ? (
        <TextField
          select
          size="small"
          value={row.owner?.caseFileId ?? ''}
          slotProps={{
            select: { displayEmpty: true },
            htmlInput: { 'aria-label': say('evidenceUpload.ownerOf', { file: row.file.name }) },
          }}
          onChange={({ target }) => {
            const owner = row.owners.find(({ caseFileId }) => caseFileId === target.value);
            if (owner !== undefined) onChoose(owner);
          }}
        >
          <MenuItem value="" disabled>
            {say('evidenceUpload.chooseOne', { count: row.owners.length })}
          </MenuItem>
          {row.owners.map((owner) => (
            <MenuItem key={owner.caseFileId} value={owner.caseFileId}>
              {words(owner)}
            </MenuItem>
          ))}
        </TextField>
      ) : row.owner === undefined ? null : (
        <span>{words(row.owner)}</span>
      )}
      <Button
        variant={row.owners.length === 0 ? 'outlined' : 'text'}
        aria-label={say('evidenceUpload.pickFor', { file: row.file.name })}
        onClick={onSearch}
      >
        {say('evidenceUpload.pickHousehold')}
      </Button>
    </Box>
  );
}

/** Of which kind a file is. */
export function KindChoice(props: {
  readonly row: EvidenceRow;
  readonly kinds: readonly { readonly value: string; readonly word: string }[];
  readonly onChoose: (kind: string) => void;
}): ReactElement {
  const say = useWords();
  const { row, kinds, onChoose } = props;
  if (row.state.is === 'SENT') return <>{kinds.find(({ value }) => value === row.kind)?.word}</>;
  return (
    <TextField
      select
      size="small"
      value={kinds.length === 0 ? '' : (row.kind ?? '')}
      slotProps={{
        select: { displayEmpty: true },
        htmlInput: { 'aria-label': say('evidenceUpload.kindOf', { file: row.file.name }) },
      }}
      onChange={({ target }) => onChoose(target.value)}
    >
      <MenuItem value="" disabled>
        {say('evidenceUpload.noKind')}
      </MenuItem>
      {kinds.map(({ value, word }) => (
        <MenuItem key={value} value={value}>
          {word}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** How far a file is, or what it lacks. */
export function RowMark({ row }: { readonly row: EvidenceRow }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  switch (row.state.is) {
    case 'SENT':
      return <StatusTag tone="done" word={say('evidenceUpload.sent')} />;
    case 'UNREACHED':
      return <StatusTag tone="stop" word={say('evidenceUpload.unreached')} />;
    case 'REFUSED': {
      const reason = spoken(row.state.zh, row.state.en);
      return <StatusTag tone="stop" word={say('evidenceUpload.refused', { reason })} />;
    }
    case 'WAITING':
      if (row.owner === undefined) {
        const lacks = row.owners.length > 1 ? 'evidenceUpload.lacksChoice' : 'evidenceUpload.lacksHousehold';
        return <StatusTag tone="wait" word={say(lacks)} />;
      }
      return (
        <StatusTag
          tone={row.kind === undefined ? 'wait' : 'moving'}
          word={say(row.kind === undefined ? 'evidenceUpload.lacksKind' : 'evidenceUpload.waiting')}
        />
      );
  }
}
