export { readStoredFile, withPlainFile } from './open-stored-file.ts';
export { serveDocument, type KeptDocument } from './serve-document.ts';
export { storeFile } from './store-file.ts';
export type { FileStore, StoredFile } from './stored-file.ts';
export { largestDocument, takeDocument, type TakenDocument } from './take-document.ts';
export { takeWritten, writeForAnswer, type WrittenFile } from './written-file.ts';
