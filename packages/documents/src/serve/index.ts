export { addFileRoutes, type AcceptedFile, type FileRequest, type FileRoutes, type ServedFile } from './file-routes.ts';
export { fileTypes, type FileType } from './file-headers.ts';
export { isRefusal, refused, refusedBy, tooLarge, type FileRefusal } from './file-refusal.ts';
export type { Upload } from './receive-upload.ts';
