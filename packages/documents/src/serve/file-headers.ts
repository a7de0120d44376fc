/** The served types of content: those that a browser may show within the page, and those that it saves. */
export const fileTypes = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const;
export type FileType = (typeof fileTypes)[keyof typeof fileTypes];

const shown: ReadonlySet<string> = new Set([fileTypes.pdf, fileTypes.jpeg, fileTypes.png]);

/** Whether a browser may show content of this type within the page; anything else is saved. */
export function isShown(type: string): boolean {
  return shown.has(type);
}

/** Headers of every file: never sniffed, never executed, never embedded in another page, never cached. */
export const safetyHeaders = {
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
} as const;

/** A file's name, type and, where it is known beforehand, size in bytes. */
export interface FileHead {
  readonly name: string;
  readonly type: FileType;
  readonly size?: number;
  /** Shown within the page instead of saved, if its type allows it. */
  readonly inline?: boolean;
  /** How many pages the document has of which this is one; sent as `x-page-count`. */
  readonly pages?: number;
}

/** The headers of a file. */
export function fileHeaders({ name, type, size, inline, pages }: FileHead): Readonly<Record<string, string | number>> {
  return {
    ...safetyHeaders,
    'content-type': type,
    'content-disposition': contentDisposition(name, inline === true && isShown(type) ? 'inline' : 'attachment'),
    ...(size !== undefined && { 'content-length': size }),
    ...(pages !== undefined && { 'x-page-count': pages }),
  };
}

/** The name for every client: in UTF-8, and in ASCII for those that do not read it so (RFC 6266, RFC 8187). */
export function contentDisposition(name: string, kind: 'inline' | 'attachment'): string {
  const whole = name.toWellFormed().replace(/[\p{Cc}/\\]/gu, '_');
  const ascii = whole.replace(/[^ -~]|["%]/gu, '_');
  const encoded = encodeURIComponent(whole).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
