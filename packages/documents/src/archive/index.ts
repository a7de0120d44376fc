export { archiveOf, type ArchiveEntry } from './archive.ts';
export { entryName } from './entry-name.ts';
