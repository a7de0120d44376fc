import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';
import { EmptyState } from '../display/EmptyState.tsx';
import { moment } from '../display/dates.ts';
import { useSpoken, useWords } from '../i18n/use-words.ts';

/** One event on a timeline, from any service. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly title: string;
  readonly titleEn: string;
  readonly detail: string | null;
  readonly detailEn: string | null;
  readonly actor: string | null;
  readonly organizationName: string | null;
  readonly recordType: string;
  readonly recordId: string;
}

/** Entries of several services as one, newest first. */
export function mergeTimelines(
  ...parts: readonly (readonly TimelineEntry[] | null | undefined)[]
): readonly TimelineEntry[] {
  return parts
    .flatMap((part) => part ?? [])
    .toSorted((one, other) => other.at.localeCompare(one.at) || other.id.localeCompare(one.id));
}

/** What happened, newest first, one list for every service. */
export function Timeline(props: {
  readonly entries: readonly TimelineEntry[];
  readonly linkTo?: (entry: TimelineEntry) => ReactNode;
}): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  if (props.entries.length === 0) return <EmptyState title={say('record.timelineEmpty')} />;
  return (
    <Box component="ol" aria-label={say('record.timeline')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {props.entries.map((entry) => (
        <Box
          component="li"
          key={`${entry.kind}/${entry.id}`}
          sx={{
            position: 'relative',
            pl: 3,
            pb: 2,
            '&::before': {
              content: '""',
              position: 'absolute',
              left: 3,
              top: 7,
              width: 8,
              height: 8,
              borderRadius: '50%',
              backgroundColor: 'var(--action)',
            },
            '&:not(:last-of-type)::after': {
              content: '""',
              position: 'absolute',
              left: 6.5,
              top: 18,
              bottom: -5,
              width: '1px',
              backgroundColor: 'var(--rule)',
            },
          }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
            <strong>{spoken(entry.title, entry.titleEn)}</strong>
            {props.linkTo?.(entry)}
          </Box>
          <Box sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}>
            <time dateTime={entry.at}>{moment(entry.at)}</time>{' '}
            {[entry.actor, entry.organizationName].filter(Boolean).join(' · ')}
          </Box>
          {entry.detail === null ? null : (
            <Box sx={{ overflowWrap: 'anywhere' }}>{spoken(entry.detail, entry.detailEn)}</Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
