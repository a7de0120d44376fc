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
