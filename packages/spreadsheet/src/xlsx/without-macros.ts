import type { Readable } from 'node:stream';
import { rewriteXml, writeTag } from './rewrite-xml.ts';
import type { OpenTag } from './rewrite-xml.ts';

const ORDINARY = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const PRINTER_SETTINGS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings';

/** The content types of macro workbooks and templates, with which no program opens an .xlsx file. */
const WORKBOOK_TYPE = /(?:sheet|template)(?:\.macroEnabled)?\.main\+xml$/i;

/** Whether a part contains macros, their signature, or their relationships. */
export function isMacroPart(name: string): boolean {
  return /(?:^|[\\/])vba(?:Project|Data)[^\\/]*$/i.test(name);
}

/** Streams a part with some elements changed and others removed with their content. */
function rewriteElements(part: Readable, partName: string, change: (tag: OpenTag) => string | undefined): Readable {
  let dropped = 0;
  return rewriteXml(part, partName, {
    open: (tag) => {
      const changed = dropped > 0 ? '' : change(tag);
      if (changed === '') dropped++;
      return changed;
    },
    close: () => {
      if (dropped === 0) return undefined;
      dropped--;
      return '';
    },
    drops: () => dropped > 0,
  });
}

/** Streams [Content_Types].xml changed to that of an ordinary workbook without macros. */
export function ordinaryContentTypes(part: Readable, partName: string): Readable {
  return rewriteElements(part, partName, (tag) => {
    const { PartName: name = '', ContentType: type = '', Extension: extension } = tag.attributes;
    if (tag.name === 'Override' && isMacroPart(name)) return '';
    if (extension === 'bin' && /vba/i.test(type)) return writeTag(tag, { ContentType: PRINTER_SETTINGS });
    return WORKBOOK_TYPE.test(type) ? writeTag(tag, { ContentType: ORDINARY }) : undefined;
  });
}

/** Streams the workbook's relationships without those to macros. */
export function relationshipsWithoutMacros(part: Readable, partName: string): Readable {
  return rewriteElements(part, partName, ({ attributes }) =>
    isMacroPart(attributes['Target'] ?? '') ? '' : undefined,
  );
}
