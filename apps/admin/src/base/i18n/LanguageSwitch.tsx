import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useSetLocale } from 'react-admin';
import { useLanguage } from './use-words.ts';

/** Turns the console to the other language, named in that language. */
export function LanguageSwitch(props: { readonly onBar?: boolean }): ReactElement {
  const chosen = useLanguage();
  const setLocale = useSetLocale();
  const other = chosen === 'zh' ? 'en' : 'zh';
  return (
    <Button
      variant="text"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      sx={props.onBar === true ? { color: 'inherit' } : undefined}
      onClick={() => void setLocale(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
