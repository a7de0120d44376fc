import { posix } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import type { Problem } from '@nuangong/primitives';
import { DOCUMENT, PACKED, SLIDES } from '../detect-content.ts';
import { damaged, notASpreadsheet, oldFormat, SpreadsheetRefused } from '../refusals.ts';
import type { SheetState, UnreadSheet } from '../workbook.ts';
import { readXml } from './xml-part.ts';
import type { ZipArchive } from './zip-archive.ts';

/** The locations of a workbook's parts in its zip file. */
export type WorkbookParts = {
  readonly workbook: string;
  readonly sheets: readonly { readonly name: string; readonly state: SheetState; readonly part: string }[];
  /** Charts, macro sheets and dialogs: sheets without rows. */
  readonly otherSheets: readonly UnreadSheet[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** Whether days are counted from 1904, as old Macs do. */
  readonly since1904: boolean;
};

type Relationship = { readonly id: string; readonly type: string; readonly target: string };

/** Far more sheets than a clerk keeps in one workbook. */
const MOST_PARTS = 2_000;

async function readRelationships(archive: ZipArchive, part: string): Promise<Relationship[]> {
  const relationships: Relationship[] = [];
  await readXml(await archive.read(part), part, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      relationships.push({
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: attributes['Target'] ?? '',
      });
      if (relationships.length > MOST_PARTS) throw new SpreadsheetRefused(damaged(part));
    },
  });
  return relationships;
}

const resolveTarget = (base: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(base), target.replaceAll('\\', '/'));

/** The refusal of a zip file that is not a workbook of this format. */
async function refusalOf(archive: ZipArchive): Promise<Problem> {
  if (archive.has('word/document.xml')) return notASpreadsheet(DOCUMENT);
  if (archive.has('ppt/presentation.xml')) return notASpreadsheet(SLIDES);
  if (archive.has('content.xml')) {
    const kind = archive.has('mimetype') ? await readText(await archive.read('mimetype')) : '';
    if (kind.includes('opendocument.text')) return notASpreadsheet(DOCUMENT);
    return kind.includes('opendocument.presentation') ? notASpreadsheet(SLIDES) : oldFormat();
  }
  return notASpreadsheet(PACKED);
}

/** The name of the main workbook part; throws if the zip file is not a workbook of this format. */
async function findWorkbookPart(archive: ZipArchive): Promise<string> {
  if (archive.has('xl/workbook.bin')) throw new SpreadsheetRefused(oldFormat());
  if (!archive.has('[Content_Types].xml') || !archive.has('_rels/.rels')) {
    throw new SpreadsheetRefused(await refusalOf(archive));
  }
  const main = (await readRelationships(archive, '_rels/.rels')).find(({ type }) => type === 'officeDocument');
  const part = main === undefined ? 'xl/workbook.xml' : resolveTarget('', main.target);
  if (!archive.has(part)) throw new SpreadsheetRefused(await refusalOf(archive));
  return part;
}

/** The path of a part's relationships. */
export const relationshipsPartOf = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

const stateOf = (state: string | undefined): SheetState =>
  state === 'hidden' || state === 'veryHidden' ? state : 'visible';

/** Finds the sheets of data (not charts and dialog sheets) in both ordinary and strict workbooks. */
export async function readWorkbookParts(archive: ZipArchive): Promise<WorkbookParts> {
  const workbook = await findWorkbookPart(archive);
  const listed: { name: string; state: SheetState; id: string }[] = [];
  let isWorkbook = false;
  let since1904 = false;
  await readXml(await archive.read(workbook), workbook, {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      else if (name === 'workbookPr') since1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '');
      else if (name === 'sheet') {
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
        listed.push({ name: attributes['name'] ?? '', state: stateOf(attributes['state']), id });
        if (listed.length > MOST_PARTS) throw new SpreadsheetRefused(damaged(workbook));
      }
    },
  });
  if (!isWorkbook) throw new SpreadsheetRefused(await refusalOf(archive));
  const relationsPart = relationshipsPartOf(workbook);
  if (!archive.has(relationsPart)) throw new SpreadsheetRefused(damaged(relationsPart));
  const relationships = await readRelationships(archive, relationsPart);
  const partOf = (type: string): string | undefined => {
    const found = relationships.find((each) => each.type === type);
    const part = found === undefined ? undefined : resolveTarget(workbook, found.target);
    return part !== undefined && archive.has(part) ? part : undefined;
  };
  const otherSheets: UnreadSheet[] = [];
  const sheets = listed.flatMap(({ name, state, id }) => {
    const relationship = relationships.find((each) => each.id === id);
    if (relationship === undefined) throw new SpreadsheetRefused(damaged(name));
    if (relationship.type !== 'worksheet') {
      otherSheets.push({ name, state });
      return [];
    }
    const part = resolveTarget(workbook, relationship.target);
    if (!archive.has(part)) throw new SpreadsheetRefused(damaged(part));
    return [{ name, state, part }];
  });
  const sharedStrings = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    workbook,
    sheets,
    otherSheets,
    since1904,
    ...(sharedStrings === undefined ? {} : { sharedStrings }),
    ...(styles === undefined ? {} : { styles }),
  };
}
