import createCache from '@emotion/cache';

/** Styles are inserted under the nonce of the page's answer, because its policy accepts no others. */
const { nonce = '' } = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]') ?? {};

/** The console's style elements. */
export const styles = createCache({ key: 'css', ...(nonce !== '' && { nonce }) });
