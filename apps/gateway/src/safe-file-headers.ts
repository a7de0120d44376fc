import { fileTypes, isShown, safetyHeaders } from '@nuangong/documents/file-headers';

const known: ReadonlySet<string> = new Set([
  'application/json',
  ...Object.values(fileTypes).map((type) => type.split(';')[0] ?? ''),
]);

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The headers of a service's file, regardless of what the service sent: a type from a short list or plain bytes, never
 * sniffed, never executed, never embedded in another page, saved unless it is a picture or a PDF.
 */
export function safeFileHeaders(headers: Headers): Headers {
  const type =
    String(headers['content-type'] ?? '')
      .split(';')[0]
      ?.trim()
      .toLowerCase() ?? '';
  const disposition = String(headers['content-disposition'] ?? '');
  const rest = disposition.includes(';') ? disposition.slice(disposition.indexOf(';')) : '';
  return {
    ...headers,
    ...(type !== '' && !known.has(type) && { 'content-type': 'application/octet-stream' }),
    ...(type !== '' && type !== 'application/json' && !isShown(type) && { 'content-disposition': `attachment${rest}` }),
    ...safetyHeaders,
  };
}
