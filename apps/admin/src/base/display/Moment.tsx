import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { moment } from './dates.ts';

/** An instant in a list, never broken over two lines, with a person's name if given. */
export function Moment(props: { readonly at: string | null; readonly who?: string | null }): ReactElement {
  return (
    <>
      {props.who === undefined || props.who === null ? null : `${props.who} `}
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {moment(props.at)}
      </Box>
    </>
  );
}
