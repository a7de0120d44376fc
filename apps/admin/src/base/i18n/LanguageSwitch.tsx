import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useSpeech } from './use-words.ts';

/** Turns the console to the other language, named in that language. */
export function LanguageSwitch(props: { readonly onBar?: boolean }): ReactElement {
  const { language, choose } = useSpeech();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      variant="text"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      sx={props.onBar === true ? { color: 'inherit' } : undefined}
      onClick={() => choose(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
