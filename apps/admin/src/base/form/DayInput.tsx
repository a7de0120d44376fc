import CalendarTodayOutlined from '@mui/icons-material/CalendarTodayOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useRef, useState, type ReactElement } from 'react';
import { isLocalDate, parseLocalDate } from '@nuangong/primitives';
import { useWords } from '../i18n/use-words.ts';

/**
 * A day, written as the whole console writes it (2026-11-23) and not as the browser's language would; typed in any
 * shape that services read (2026年11月23日, 20261123), or taken from the browser's calendar. Tells the day once it is
 * complete, and what does not make one as it stands.
 */
export function DayInput(
  props: Omit<TextFieldProps, 'value' | 'onChange' | 'type'> & {
    readonly value: string;
    readonly onType: (day: string) => void;
  },
): ReactElement {
  const say = useWords();
  const { value, onType, ...field } = props;
  const calendar = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(value);
  const [told, setTold] = useState(value);
  if (told !== value) {
    setTold(value);
    setShown(value);
  }
  const tell = (text: string): void => {
    const day = parseLocalDate(text);
    const next = day.ok ? day.value : text.trim();
    setShown(text);
    setTold(next);
    onType(next);
  };
  return (
    <TextField
      autoComplete="off"
      placeholder="2026-01-01"
      {...field}
      value={shown}
      onChange={({ target }) => tell(target.value)}
      onBlur={() => setShown(told)}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { inputMode: 'numeric', maxLength: 20 },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                size="small"
                edge="end"
                aria-label={say('form.calendar')}
                onClick={() => calendar.current?.showPicker()}
              >
                <CalendarTodayOutlined fontSize="small" />
              </IconButton>
              <Box
                component="input"
                type="date"
                ref={calendar}
                tabIndex={-1}
                aria-hidden
                value={isLocalDate(told) ? told : ''}
                onChange={({ target }) => tell(target.value)}
                sx={{ position: 'absolute', right: 0, bottom: 0, width: 1, height: 1, opacity: 0, p: 0, border: 0 }}
              />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
