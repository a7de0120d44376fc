import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../auth/use-staff.ts';
import { EmptyState } from '../display/EmptyState.tsx';
import { FaultNotice } from '../display/FaultNotice.tsx';
import { PageHead } from '../display/PageHead.tsx';
import type { MessageKey } from '../i18n/message-key.ts';
import { useWords } from '../i18n/use-words.ts';
import { NextSteps } from '../next-step/NextSteps.tsx';

type GroupWith<Name extends string> = {
  [Key in MessageKey]: Key extends `${infer Group}.${Name}` ? Group : never;
}[MessageKey];

/** A group of the console's words that has the four texts of a list. */
type ListGroup = GroupWith<'title'> & GroupWith<'lead'> & GroupWith<'emptyTitle'> & GroupWith<'emptyWhy'>;

/** The texts of a list: their group among the console's words, or the texts themselves where a list has fewer. */
export type ListTexts =
  | ListGroup
  | { readonly title: string; readonly lead?: string; readonly emptyTitle: string; readonly emptyWhy?: string };

/** What a list lets its reader begin: a button, for those who may, to a page or to a dialog. */
export type ListStart = {
  readonly may: string;
  readonly words: string;
} & ({ readonly to: string } | { readonly dialog: (onClose: () => void) => ReactElement });

/** What every list page says about itself, whatever its rows come from. */
export interface ListDescription {
  readonly texts: ListTexts;
  /** Replaces the lead of the texts. */
  readonly lead?: ReactNode;
  /** What the head offers, the most important first; an empty list offers them too. */
  readonly starts?: readonly ListStart[];
  /** Actions of the head that are more than a button. */
  readonly actions?: ReactNode;
  /** What an empty list offers to do first if the head offers nothing; the next steps of the main job by default. */
  readonly firstStep?: ReactNode;
}

/** The head, filters, fault, empty state and dialog of a list page around its rows, which are given as children. */
export function ListFrame(
  props: ListDescription & {
    readonly filters?: ReactNode;
    readonly answer: { readonly fault: unknown; readonly pending: boolean; readonly refetch: () => unknown };
    /** The rows; undefined while there are none. */
    readonly children: ReactNode;
    /** Replaces the empty state, for example because the filters exclude every row. */
    readonly instead?: ReactElement | undefined;
  },
): ReactElement {
  const { answer } = props;
  const can = useCan();
  const texts = useListTexts(props.texts);
  const [opened, setOpened] = useState<ListStart>();
  const starts = (props.starts ?? []).filter(({ may }) => can(may));
  const button = (start: ListStart): ReactElement => {
    const does = 'to' in start ? { component: Link, to: start.to } : { onClick: () => setOpened(start) };
    return (
      <Button key={start.words} variant={start === starts[0] ? 'contained' : 'text'} {...does}>
        {start.words}
      </Button>
    );
  };
  const fault = answer.fault ?? undefined;
  const empty = !answer.pending && fault === undefined && props.children === undefined;
  return (
    <>
      <PageHead title={texts.title} lead={props.lead ?? texts.lead}>
        {starts.map(button)}
        {props.actions}
      </PageHead>
      {props.filters === undefined ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>{props.filters}</Box>
      )}
      {fault === undefined ? null : <FaultNotice fault={fault} onRetry={() => void answer.refetch()} />}
      {answer.pending && fault === undefined ? <Skeleton variant="rectangular" height={320} /> : null}
      {empty ? (
        <Card>
          {props.instead ?? (
            <EmptyState
              title={texts.emptyTitle}
              why={texts.emptyWhy}
              action={starts.length > 0 ? starts.map(button) : (props.firstStep ?? <NextSteps />)}
            />
          )}
        </Card>
      ) : null}
      {props.children}
      {opened !== undefined && 'dialog' in opened ? opened.dialog(() => setOpened(undefined)) : null}
    </>
  );
}

/** The texts of a list in the language in use. */
export function useListTexts(texts: ListTexts): Exclude<ListTexts, string> {
  const say = useWords();
  if (typeof texts !== 'string') return texts;
  return {
    title: say(`${texts}.title`),
    lead: say(`${texts}.lead`),
    emptyTitle: say(`${texts}.emptyTitle`),
    emptyWhy: say(`${texts}.emptyWhy`),
  };
}
