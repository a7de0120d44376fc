import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { day, today } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PlainTable, type PlainColumn } from '../../base/display/PlainTable.tsx';
import type { Field, Typed } from '../../base/form/field.ts';
import type { CommandResult } from '../../base/graph/command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { KeepDialog } from './KeepDialog.tsx';
import { LastDay } from './LastDay.tsx';

interface BelongingRow {
  readonly id: string;
  readonly name: string;
  readonly inForceFrom: string;
  readonly inForceTo: string | null;
}

/** The day from which what is typed holds. */
interface FromDay {
  readonly from: string;
}

/** What differs between facilities, departments and contacts. */
interface BelongingsProps<Row extends BelongingRow, State> {
  /** Names the drafts of its forms: `facility`. */
  readonly kind: string;
  readonly organizationId: string;
  readonly mayManage: boolean;
  readonly rows: readonly Row[];
  readonly words: {
    readonly caption: string;
    readonly empty: string;
    readonly register: string;
    readonly change: string;
    readonly close: string;
    readonly closeConsequence: (name: string) => string;
  };
  readonly columns: readonly PlainColumn<Row>[];
  /** The fields of the state, without the day. */
  readonly fields: readonly Field[];
  /** The state of a new one, and of a row, as typed. */
  readonly initial: Typed;
  readonly typedOf: (row: Row) => Typed;
  readonly stateOf: (typed: Typed) => State;
  readonly register: (input: State & FromDay & { readonly organizationId: string }) => Promise<CommandResult>;
  readonly change: (id: string, input: State & FromDay) => Promise<CommandResult>;
  readonly close: (id: string, to: string) => Promise<CommandResult>;
}

/** What belongs to an organisation, closed ones with their last day: registered, changed and closed in one way. */
export function Belongings<Row extends BelongingRow, State extends object>(
  props: BelongingsProps<Row, State>,
): ReactElement {
  const say = useWords();
  const { words, mayManage, rows, kind } = props;
  const [registering, setRegistering] = useState(false);
  const [changing, setChanging] = useState<Row>();
  const [closing, setClosing] = useState<Row>();
  const inputOf = (typed: Typed): State & FromDay => ({ ...props.stateOf(typed), from: typed['from'] ?? '' });
  const nameOf = (typed: Typed): string => (typed['name'] ?? '').trim();
  const now = today(new Date());
  return (
    <>
      {mayManage ? (
        <Button variant="contained" onClick={() => setRegistering(true)}>
          {words.register}
        </Button>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={words.empty} />
      ) : (
        <PlainTable
          caption={words.caption}
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            ...props.columns,
            { head: say('organizations.inForceFrom'), cell: (row) => day(row.inForceFrom) },
            {
              head: say('organizations.lastDay'),
              cell: (row) =>
                row.inForceTo === null && mayManage ? (
                  <Box sx={{ whiteSpace: 'nowrap' }}>
                    <Button onClick={() => setChanging(row)}>{words.change}</Button>
                    <Button onClick={() => setClosing(row)}>{words.close}</Button>
                  </Box>
                ) : (
                  day(row.inForceTo)
                ),
            },
          ]}
        />
      )}
      {registering ? (
        <KeepDialog
          title={words.register}
          draft={`register-${kind}-${props.organizationId}`}
          initial={{ ...props.initial, from: now }}
          fields={[...props.fields, { name: 'from', label: say('organizations.inForceFrom'), kind: 'date' }]}
          keep={props.register}
          inputOf={(typed) => ({ organizationId: props.organizationId, ...inputOf(typed) })}
          done={(typed) => say('organizations.registered', { name: nameOf(typed) })}
          onClose={() => setRegistering(false)}
        />
      ) : null}
      {changing === undefined ? null : (
        <KeepDialog
          title={words.change}
          consequence={say('organizations.changeConsequence')}
          draft={`change-${kind}-${changing.id}`}
          initial={{ ...props.typedOf(changing), from: now }}
          fields={[...props.fields, { name: 'from', label: say('organizations.holdsFrom'), kind: 'date' }]}
          keep={(input: State & FromDay) => props.change(changing.id, input)}
          inputOf={inputOf}
          done={(typed) => say('organizations.changed', { name: nameOf(typed) })}
          onClose={() => setChanging(undefined)}
        />
      )}
      {closing === undefined ? null : (
        <LastDay
          title={words.close}
          consequence={words.closeConsequence(closing.name)}
          draft={`close-${kind}-${closing.id}`}
          end={(to: string) => props.close(closing.id, to)}
          inputOf={(to) => to}
          done={say('organizations.closedDone', { name: closing.name })}
          onClose={() => setClosing(undefined)}
        />
      )}
    </>
  );
}
