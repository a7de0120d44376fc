import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { enterFigure } from './commands.ts';
import { isNumber, type Figure, type Table } from './statutory-table.ts';

/** Enters a figure, or adjusts a derived one: value, reason, the problems beside them. */
export function EnterFigure(props: {
  readonly table: Table;
  readonly figure: Figure;
  readonly typed: string | undefined;
  readonly onDone: () => void;
}): ReactElement {
  const { table, figure } = props;
  const say = useWords();
  const spoken = useSpoken();
  const term = useTerm();
  const notify = useNotify();
  const command = useCommand(enterFigure);
  const [value, setValue] = useState(props.typed ?? (figure.value === '' ? '' : figure.value));
  const [reason, setReason] = useState(figure.reason ?? '');
  const derived = figure.kind === 'DERIVED';
  const yesNo = [
    { value: '是', word: say('statutoryTable.yes') },
    { value: '否', word: say('statutoryTable.no') },
  ];
  const choices =
    figure.type === 'YES_NO'
      ? yesNo
      : figure.choices.map(({ label, labelEn }) => ({ value: label, word: spoken(label, labelEn) }));
  const send = async (given: string): Promise<void> => {
    const { organizationId, campaignId } = table;
    const result = await command.run({
      form: table.form.code,
      cell: figure.key,
      organizationId,
      campaignId,
      value: given.trim(),
      reason: derived ? reason.trim() : null,
    });
    if (result === undefined) return;
    notify(say('statutoryTable.entered', { key: figure.key.replace(/\..*/, '') }), { type: 'success' });
    props.onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(value);
  };
  const valueProblem = command.problemOf('value') ?? command.problemOf(figure.key);
  const reasonProblem = command.problemOf('reason');
  return (
    <form noValidate onSubmit={submit}>
      <ProblemSummary problems={command.problems} />
      <TextField
        autoFocus
        fullWidth
        required
        id="value"
        autoComplete="off"
        select={choices.length > 0}
        multiline={figure.type === 'TEXT'}
        label={
          figure.unit === ''
            ? spoken(figure.label, figure.labelEn)
            : say('statutoryTable.newValue', { unit: term('unit', figure.unit) })
        }
        value={value}
        error={valueProblem !== undefined}
        helperText={valueProblem}
        {...(isNumber(figure) && { slotProps: { htmlInput: { inputMode: 'decimal' } } })}
        onChange={(event) => setValue(event.target.value)}
      >
        {choices.map((choice) => (
          <MenuItem key={choice.value} value={choice.value}>
            {choice.word}
          </MenuItem>
        ))}
      </TextField>
      {derived ? (
        <TextField
          fullWidth
          required
          multiline
          minRows={2}
          id="reason"
          label={say('statutoryTable.adjustReason')}
          value={reason}
          error={reasonProblem !== undefined}
          helperText={reasonProblem ?? say('statutoryTable.adjustHelp')}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button type="submit" variant="contained" loading={command.pending}>
          {derived ? say('statutoryTable.adjust') : say('statutoryTable.enter')}
        </Button>
        {figure.enteredBy === null ? null : (
          <Button onClick={() => void send('')}>{say('statutoryTable.takeBack')}</Button>
        )}
        <Button onClick={props.onDone}>{say('display.cancel')}</Button>
      </Box>
    </form>
  );
}
