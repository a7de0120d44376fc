import { buffer } from 'node:stream/consumers';
import { problem, type Bilingual } from '@nuangong/primitives';
import { fileTypes } from '../serve/file-headers.ts';
import { refused, type FileRefusal } from '../serve/file-refusal.ts';
import type { FileRequest, ServedFile } from '../serve/file-routes.ts';
import { readStoredFile } from '../store/open-stored-file.ts';
import type { KeptDocument } from '../store/serve-document.ts';
import type { FileStore } from '../store/stored-file.ts';
import { makePreview } from './make-preview.ts';
import type { NoPreview, WantedPreview } from './preview.ts';

/**
 * One page of a stored document as a picture, to be shown. Refused with 404 (PREVIEW_NO_PAGE), 422 (PREVIEW_TOO_LARGE,
 * PREVIEW_UNREADABLE), 503 (PREVIEW_BUSY).
 *
 * @param asked its `?page=` counts from 1; the first page by default.
 */
export async function servePreview(
  store: FileStore,
  document: KeptDocument,
  { query, left }: Pick<FileRequest, 'query' | 'left'>,
): Promise<ServedFile | FileRefusal> {
  const page = query['page'];
  const number = /^[1-9]\d{0,4}$/.test(String(page ?? 1)) ? Number(page ?? 1) : 0;
  if (number === 0) return refusals.NO_SUCH_PAGE();
  const read = async (): Promise<WantedPreview> => ({
    bytes: Uint8Array.from(await buffer(await readStoredFile(store, document.sha256))),
    type: document.contentType,
    page: number,
  });
  const made = await makePreview(read, left);
  if (!made.ok) return refusals[made.reason]();
  const { picture, pages } = made;
  return { name: `${number}.jpg`, type: fileTypes.jpeg, inline: true, size: picture.length, content: picture, pages };
}

const noPreview = (status: number, code: string, words: Bilingual) => (): FileRefusal =>
  refused(status, problem(code, words));

const refusals: Readonly<Record<NoPreview, () => FileRefusal>> = {
  NO_SUCH_PAGE: noPreview(404, 'PREVIEW_NO_PAGE', { zh: '文件没有这一页', en: 'The document has no such page.' }),
  BUSY: noPreview(503, 'PREVIEW_BUSY', {
    zh: '同时预览的人过多，稍后再看；急用的，打开原件',
    en: 'Too many previews are being made. Try again in a moment, or open the original.',
  }),
  TOO_LARGE: noPreview(422, 'PREVIEW_TOO_LARGE', {
    zh: '图片像素过多，不能预览，打开原件查看',
    en: 'The picture has too many pixels to be previewed. Open the original.',
  }),
  UNREADABLE: noPreview(422, 'PREVIEW_UNREADABLE', {
    zh: '文件不能预览，打开原件查看；原件也打不开的，退回重新上传',
    en: 'The document cannot be previewed. Open the original; if that cannot be opened either, ask its sender for a new copy.',
  }),
};
