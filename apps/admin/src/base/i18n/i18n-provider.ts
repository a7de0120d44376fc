import polyglotI18nProvider from 'ra-i18n-polyglot';
import englishMessages from 'ra-language-english';
import type { I18nProvider } from 'react-admin';
import type { Language } from './language.ts';
import { reactAdminInChinese } from './react-admin-in-chinese.ts';

/** react-admin's own words in one language; ours come from the `WordsProvider`. */
export const reactAdminWords = (language: Language): I18nProvider =>
  polyglotI18nProvider(() => (language === 'zh' ? { ra: reactAdminInChinese } : englishMessages), language);
