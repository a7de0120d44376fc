import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, type ReactElement, type ReactNode } from 'react';

/** The head of every page: its one h1 (also the window's title), a line of explanation, its actions, the main one last as in dialogs. */
export function PageHead(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}): ReactElement {
  const { title } = props;
  useEffect(() => {
    document.title = `${title} · 暖工`;
  }, [title]);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 2 }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {props.lead === undefined ? null : <Box sx={{ color: 'text.secondary' }}>{props.lead}</Box>}
      </Box>
      {props.children === undefined ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, '& > .MuiButton-contained': { order: 1 } }}>
          {props.children}
        </Box>
      )}
    </Box>
  );
}
