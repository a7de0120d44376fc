import Box from '@mui/material/Box';
import { memo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useKept } from '../../base/draft/use-kept.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { changesNothing, draftName, isBlock, type CellDraft } from './cell-draft.ts';
import { CellNote } from './CellNote.tsx';
import { CellRemark } from './CellRemark.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { figureTones } from './figure-tones.ts';
import { FigureMark } from './FigureMark.tsx';
import { cellElementId, isNumber, readableIn, type Figure, type ShownState, type Table } from './statutory-table.ts';
import { choicesMatching, useShownText, useChoices } from './use-choices.ts';

/** What a cell asks of its table. */
export interface CellWishes {
  /** Opens the panel of a cell. */
  readonly open: (key: string) => void;
  /** Puts the caret into a cell's text; undefined leaves it. */
  readonly enter: (key: string | undefined) => void;
  /** Goes to the next cell; false where there is none. */
  readonly move: (key: string, direction: 'up' | 'down' | 'left' | 'right') => void;
  /** Saves what is typed in a cell, or forgets it where it would change nothing. */
  readonly leave: (key: string, shown: string) => void;
  readonly paste: (key: string, block: string) => void;
  /** The cell has the focus now. */
  readonly focused: (key: string) => void;
  /** A key was typed on a cell that cannot be filled. */
  readonly refused: (key: string) => void;
  /** A cell was clicked that had no focus before. */
  readonly clicked: (key: string) => void;
}

interface FigureCellProps {
  readonly table: Table;
  readonly figure: Figure;
  readonly rows: number;
  readonly state: ShownState;
  readonly chosen: boolean;
  /** Whether it may be filled here by this person. */
  readonly fillable: boolean;
  /** Whether the caret is in its text, so that arrows move within it. */
  readonly inside: boolean;
  readonly saving: boolean;
  /** What the superior said of it when the table was returned. */
  readonly remark: string | undefined;
  readonly wishes: CellWishes;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const arrows: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** A cell of the table: its figure and the field in which it is changed are one. */
export const FigureCell = memo(function FigureCell(props: FigureCellProps): ReactElement {
  const { table, figure, state, fillable, inside, wishes } = props;
  const say = useWords();
  const spoken = useSpoken();
  const { kept: typed, keep, drop } = useKept<CellDraft>(draftName(table, figure.key));
  const shown = useShownText(figure);
  const choices = useChoices(figure);
  const [option, setOption] = useState(-1);
  const field = useRef<Field>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const text = typed?.text ?? shown;
  const remarkable = table.submission?.mayReturn === true;
  const asksReason = fillable && figure.kind === 'DERIVED' && typed !== undefined && typed.text.trim() !== '';
  const open = choices.length > 0 && fillable && (inside || typed !== undefined);
  const offered = open ? choicesMatching(choices, typed === undefined ? '' : text) : [];
  const type = (next: string): void => {
    if (!fillable) return;
    setOption(-1);
    keep({ text: next, reason: typed?.reason ?? figure.reason ?? '' });
  };
  const leave = (): void => {
    setOption(-1);
    wishes.leave(figure.key, shown);
  };
  const restore = (): void => {
    drop();
    wishes.enter(undefined);
    setOption(-1);
    field.current?.focus();
    // The field shows the restored text once it is drawn.
    requestAnimationFrame(() => field.current?.select());
  };
  const take = (word: string): void => {
    type(word);
    leave();
    wishes.move(figure.key, 'down');
  };
  const onKeyDown = (event: KeyboardEvent<Field>): void => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    const done = (act: () => void): void => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) return done(() => wishes.open(figure.key));
    if (key === 'Enter' && event.altKey && figure.type === 'TEXT') return undefined;
    if (remarkable && (key === 'Enter' || key === 'F2')) return done(() => wishes.enter(figure.key));
    if (key === 'Enter') {
      const chosen = offered[option];
      if (chosen !== undefined) return done(() => take(chosen));
      if (asksReason && !changesNothing(figure, typed, shown))
        return done(() => {
          reason.current?.focus();
          reason.current?.select();
        });
      return done(() => {
        leave();
        wishes.move(figure.key, event.shiftKey ? 'up' : 'down');
      });
    }
    if (key === 'Escape' && (typed !== undefined || inside)) return done(restore);
    if (key === 'F2' && fillable)
      return done(() => {
        wishes.enter(figure.key);
        event.currentTarget.setSelectionRange(text.length, text.length);
      });
    const direction = arrows[key];
    if (direction !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const upright = direction === 'up' || direction === 'down';
      if (upright && offered.length > 0)
        return done(() => setOption((at) => next(at, direction === 'down' ? 1 : -1, offered.length)));
      const caretMoves = upright ? figure.type === 'TEXT' && inside : inside || typed !== undefined;
      if (event.shiftKey || caretMoves) return undefined;
      return done(() => wishes.move(figure.key, direction));
    }
    if (remarkable && key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
      return done(() => wishes.enter(figure.key));
    if (!fillable && key.length === 1 && !event.ctrlKey && !event.metaKey) wishes.refused(figure.key);
    return undefined;
  };
  const onPaste = (event: ClipboardEvent): void => {
    const block = event.clipboardData.getData('text');
    if (!fillable || figure.type === 'TEXT' || !isBlock(block)) return;
    event.preventDefault();
    wishes.paste(figure.key, block);
  };
  const tone = figureTones[state];
  const note = `note-${figure.key}`;
  const hasNote = typed?.trouble !== undefined || asksReason;
  const name = `${figure.key.replace(/\..*/, '')} ${spoken(figure.label, figure.labelEn)}`;
  const shared = {
    id: cellElementId(figure.key),
    'data-cell': figure.key,
    'aria-label': `${name} ${say(`figureState.${state}`)}`,
    'aria-invalid': typed?.trouble?.kind === 'REFUSED',
    'aria-keyshortcuts': 'Control+Enter F2',
    ...(hasNote && { 'aria-describedby': note }),
    autoComplete: 'off',
    readOnly: !fillable,
    placeholder: '—',
    value: text,
    onChange: (event: { readonly target: Field }) => type(event.target.value),
    onKeyDown,
    onPaste,
  };
  return (
    <td
      rowSpan={props.rows}
      aria-selected={props.chosen}
      className={hasNote || open || props.remark !== undefined || (remarkable && inside) ? 'open' : undefined}
      style={tone === undefined ? undefined : { backgroundColor: `var(--on-${tone})` }}
      onFocus={() => wishes.focused(figure.key)}
      onBlur={(event) => {
        // The window may lose the focus while its field keeps it.
        if (event.currentTarget.contains(event.relatedTarget) || document.activeElement === event.target) return;
        if (inside) wishes.enter(undefined);
        if (typed?.trouble === undefined) leave();
      }}
    >
      <Box className="figure">
        {figure.type === 'TEXT' ? (
          <textarea
            {...shared}
            rows={1}
            ref={(element) => void (field.current = element)}
            {...pointing(figure.key, inside, fillable, wishes)}
          />
        ) : (
          <input
            {...shared}
            ref={(element) => void (field.current = element)}
            inputMode={isNumber(figure) ? 'decimal' : 'text'}
            className={isNumber(figure) ? 'number' : undefined}
            {...(choices.length > 0 && {
              role: 'combobox',
              'aria-expanded': open,
              'aria-controls': `options-${figure.key}`,
              'aria-autocomplete': 'list' as const,
              ...(option >= 0 && { 'aria-activedescendant': `option-${figure.key}-${option}` }),
            })}
            {...pointing(figure.key, inside, fillable, wishes)}
          />
        )}
        <FigureMark state={state} />
      </Box>
      {figure.accepted === null || figure.own === null ? null : (
        <div className="parts">
          {say('statutoryTable.ownAndAccepted', {
            own: readableIn(figure, figure.own),
            accepted: readableIn(figure, figure.accepted),
          })}
        </div>
      )}
      {open ? <ChoiceList of={figure.key} name={name} words={offered} at={option} onTake={take} /> : null}
      {hasNote ? (
        <CellNote
          id={note}
          typed={typed}
          asksReason={asksReason}
          saving={props.saving}
          reason={reason}
          onReason={(words) => keep({ text: typed?.text ?? '', reason: words })}
          onSave={() => {
            leave();
            wishes.move(figure.key, 'down');
          }}
          onRetry={leave}
          onRestore={restore}
        />
      ) : null}
      {props.remark === undefined ? null : (
        <div className="remark">{say('statutoryTable.remarkLine', { text: props.remark })}</div>
      )}
      {remarkable && table.submission !== null ? (
        <CellRemark
          submissionId={table.submission.id}
          figure={figure}
          name={name}
          writing={inside}
          onDone={(by) => {
            wishes.enter(undefined);
            if (by === 'ENTER') wishes.move(figure.key, 'down');
            else field.current?.focus();
          }}
        />
      ) : null}
    </td>
  );
});

function next(at: number, by: 1 | -1, count: number): number {
  return at < 0 && by < 0 ? count - 1 : (at + by + count) % count;
}

/** A first click selects the whole figure, a second one puts the caret into it; one that is only read is opened. */
function pointing(key: string, inside: boolean, fillable: boolean, wishes: CellWishes) {
  return {
    onFocus: (event: { readonly target: Field }) => {
      const { length } = event.target.value;
      if (inside) event.target.setSelectionRange(length, length);
      else event.target.select();
    },
    onMouseDown: (event: { readonly currentTarget: Field; preventDefault(): void }) => {
      const field = event.currentTarget;
      if (document.activeElement === field) {
        if (fillable) wishes.enter(key);
        else wishes.open(key);
        return;
      }
      event.preventDefault();
      field.focus();
      wishes.clicked(key);
    },
  };
}
