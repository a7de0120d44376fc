import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx';

/** The frame of the pages before the console: the bar's colour, one card, the languages. */
export function SignInFrame(props: {
  /** The window's title, and the page's heading if there is a `lead`. */
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}): ReactElement {
  const say = useWords();
  const { title, lead } = props;
  useEffect(() => {
    document.title = `${title} · ${say('auth.product')}`;
  }, [say, title]);
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        gridTemplateRows: 'auto 1fr',
        backgroundColor: 'background.default',
      }}
    >
      <Box sx={{ height: 6, backgroundColor: 'var(--bar)' }} />
      <Box sx={{ display: 'grid', placeItems: 'center', p: 2 }}>
        <Card sx={{ width: '100%', maxWidth: 400, p: 4 }}>
          <Typography variant="h1">{lead === undefined ? say('auth.product') : title}</Typography>
          <Box sx={{ color: 'text.secondary', mb: 2 }}>{lead ?? say('auth.productLong')}</Box>
          {props.children}
          <Box sx={{ mt: 2, textAlign: 'center' }}>
            <LanguageSwitch />
          </Box>
        </Card>
      </Box>
    </Box>
  );
}
