import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The files of a .zip (or .docx) by name, as text. */
export async function unzipped(bytes: Buffer): Promise<Readonly<Record<string, string>>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const contents: Record<string, string> = {};
  for await (const each of zip.eachEntry()) {
    contents[each.fileName] = (await buffer(await zip.openReadStreamPromise(each))).toString();
  }
  return contents;
}

/** The text of a .docx, one line per paragraph. */
export async function textOfDocx(bytes: Buffer): Promise<string> {
  const { 'word/document.xml': xml = '' } = await unzipped(bytes);
  const text = xml
    .replace(/<w:br\/>/g, ' ')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** The text of a PDF, its pieces in the order of the page, lines joined. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return pages.join('\n');
}
