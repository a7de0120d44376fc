import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';

/** A masked identity number in a font that separates stars and digits. */
export function MaskedIdentity({ value }: { readonly value: string | null | undefined }): ReactElement {
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
      {value ?? '—'}
    </Box>
  );
}

/** The one key figure of a page: its words above, the number large, a remark below. */
export function KeyFigure(props: {
  readonly label: string;
  readonly value: string | number;
  readonly remark?: ReactNode;
}): ReactElement {
  return (
    <Box>
      <Box sx={{ color: 'text.secondary' }}>{props.label}</Box>
      <Box sx={{ fontSize: 28, lineHeight: '36px', fontWeight: 600 }}>{props.value}</Box>
      {props.remark === undefined ? null : (
        <Box sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}>{props.remark}</Box>
      )}
    </Box>
  );
}
