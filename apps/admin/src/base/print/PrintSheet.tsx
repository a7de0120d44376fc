import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import { printFont } from '../theme/tokens.ts';

/** A page to be printed: black on white, A4, table heads repeated, no row split, the page's number below. */
export function PrintSheet(props: {
  readonly title: string;
  readonly ready: boolean;
  readonly landscape?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const { title } = props;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const numbering =
    language === 'zh' ? '"第 " counter(page) " 页 共 " counter(pages) " 页"' : 'counter(page) " of " counter(pages)';
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh',
        p: { xs: 2, sm: 4 },
        color: '#000',
        backgroundColor: '#fff',
        fontFamily: printFont,
        '@media print': { p: 0, minHeight: 0 },
      }}
    >
      <GlobalStyles
        styles={{
          '@page': {
            size: props.landscape === true ? 'A4 landscape' : 'A4',
            margin: '15mm 15mm 18mm',
            '@bottom-center': { content: numbering, fontFamily: printFont, fontSize: '10pt', color: '#000' },
          },
          '@media print': {
            body: { backgroundColor: '#fff !important' },
            thead: { display: 'table-header-group' },
            'tr, figure': { breakInside: 'avoid' },
          },
        }}
      />
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mb: 2, '@media print': { display: 'none' } }}>
        <Box component="h1" sx={{ flex: 1, fontSize: 20, lineHeight: '28px', fontWeight: 600 }}>
          {title}
        </Box>
        <span>{say('print.hint')}</span>
        <Button
          variant="contained"
          disabled={!props.ready}
          onClick={() => window.print()}
          sx={{ color: '#fff', backgroundColor: '#1857A8' }}
        >
          {say('print.now')}
        </Button>
      </Box>
      {props.children}
    </Box>
  );
}

/** Who answers for a printed sheet: 经办, 审核, 负责人, each with room to sign. */
export function Signatures(): ReactElement {
  const say = useWords();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 2, mt: 3, breakInside: 'avoid' }}>
      <span>{say('print.handler')}：</span>
      <span>{say('print.checker')}：</span>
      <span>{say('print.lead')}：</span>
    </Box>
  );
}
