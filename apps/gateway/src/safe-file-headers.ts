/** What a browser may show within the page; everything else is saved. */
const shown = new Set(['application/pdf', 'image/jpeg', 'image/png']);

/** Other types that services send, each saved under its name. */
const saved = new Set([
  'application/json',
  'text/csv',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The headers of a service's file, whatever the service says: a type from a short list or plain bytes, never sniffed,
 * never executed, never embedded in another page, saved unless it is a picture or a PDF.
 */
export function safeFileHeaders(headers: Headers): Headers {
  const type =
    String(headers['content-type'] ?? '')
      .split(';')[0]
      ?.trim()
      .toLowerCase() ?? '';
  const isShown = shown.has(type);
  const disposition = String(headers['content-disposition'] ?? '');
  const rest = disposition.includes(';') ? disposition.slice(disposition.indexOf(';')) : '';
  return {
    ...headers,
    ...(type !== '' && !isShown && !saved.has(type) && { 'content-type': 'application/octet-stream' }),
    ...(type !== '' && type !== 'application/json' && !isShown && { 'content-disposition': `attachment${rest}` }),
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
}
