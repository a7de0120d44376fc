export { DocumentScan, nameByContent, type DocumentType } from './document-scan.ts';
