import polyglotI18nProvider from 'ra-i18n-polyglot';
import englishMessages from 'ra-language-english';
import type { I18nProvider } from 'react-admin';
import type { Messages, Words } from './define-messages.ts';
import { language, chooseLanguage, type Language } from './language.ts';
import { reactAdminInChinese } from './react-admin-in-chinese.ts';

const languageOf = (locale: string): Language => (locale === 'en' ? 'en' : 'zh');

/** react-admin's translations from our typed words; changing the locale also turns the document's language. */
export function i18nProviderOf(messages: Messages<Words>): I18nProvider {
  const catalogues = {
    zh: { ra: reactAdminInChinese, ...messages.zh },
    en: { ...englishMessages, ...messages.en },
  };
  return polyglotI18nProvider(
    (locale) => {
      const chosen = languageOf(locale);
      if (chosen !== language()) chooseLanguage(chosen);
      return catalogues[chosen];
    },
    language(),
    [
      { locale: 'zh', name: '中文' },
      { locale: 'en', name: 'English' },
    ],
  );
}
