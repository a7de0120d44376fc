import { ok, problem, refuse, type Bilingual, type Result } from '@nuangong/primitives';
import { otherDocument } from './other-documents.ts';
import { PictureStart } from './picture-start.ts';

/** The accepted types of documents: scanned or photographed paper. */
export type DocumentType = 'application/pdf' | 'image/jpeg' | 'image/png';

interface Form {
  readonly type: DocumentType;
  readonly begins: readonly number[];
  /** Some scanners write a byte order mark or line breaks before the beginning. */
  readonly mayBeginLate?: boolean;
  /** The mark of a complete file, within `endsWithin` bytes of its end, not counting trailing blanks and zeros. */
  readonly ends: readonly number[];
  readonly endsWithin: number;
  readonly extensions: readonly string[];
  /** The MIME types that browsers send for it. */
  readonly claims: readonly string[];
}

const ascii = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')];

/** How many bytes at the end are kept for inspection: cameras append a film, screenshot editors the cropped rest. */
const tailBytes = 66_000;

const forms: readonly Form[] = [
  {
    type: 'application/pdf',
    begins: ascii('%PDF-'),
    mayBeginLate: true,
    ends: ascii('%%EOF'),
    endsWithin: 2_048,
    extensions: ['.pdf'],
    claims: ['application/pdf', 'application/x-pdf'],
  },
  {
    type: 'image/jpeg',
    begins: [0xff, 0xd8, 0xff],
    ends: [0xff, 0xd9],
    endsWithin: Number.POSITIVE_INFINITY,
    extensions: ['.jpg', '.jpeg'],
    claims: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
  },
  {
    type: 'image/png',
    begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ends: ascii('IEND\xae\x42\x60\x82'),
    endsWithin: Number.POSITIVE_INFINITY,
    extensions: ['.png'],
    claims: ['image/png', 'image/x-png'],
  },
];

/** The beginnings of content that a browser or PHP server would run if it took the file for a page. */
const page = /<(?:script\b|iframe\b|!doctype\s+html|html[\s>]|svg\s+[a-z]|\?php\b)/i;
const longestMark = 32;
/** Readers look for the beginning of a PDF in its first 1,024 bytes (PDF 1.7, implementation note 13). */
const headBytes = 1_024;
/** The encryption dictionary in a PDF's trailer, by reference or written out. */
const encrypted = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;
/** The end-of-directory record of a ZIP archive, which makes it readable after any other content. */
const archive = Buffer.from('PK\u0005\u0006', 'latin1');
/**
 * Active content of a PDF: it starts a program or a script, or carries another file. The letters /JS occur by chance in
 * 20 MB of pictures, so they only count with a script after them.
 */
const active =
  /\/(?:JavaScript|Launch|EmbeddedFile)[\s/(<[]|\/JS\s*(?:\d{1,10}\s+\d{1,5}\s+R|\((?:[\x20-\x7e\s]{4}|\xfe\xff)|<[\da-fA-F\s]{4})/;

/** Judges a document by its content while it streams; ignores its name. */
export class DocumentScan {
  #head = Buffer.alloc(0);
  #tail: Buffer[] = [];
  #tailSize = 0;
  #held = '';
  #size = 0;
  #lastEnd = -1;
  #hasPage = false;
  #isActive = false;
  #isEncrypted = false;
  readonly #picture = new PictureStart();
  /** The position of the last byte that is neither blank nor zero. */
  #lastInk = -1;

  take(chunk: Buffer): void {
    if (this.#head.length < headBytes) {
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, headBytes)]).subarray(0, headBytes);
    }
    this.#look(chunk);
    this.#picture.take(chunk, this.#size);
    const ink = chunk.findLastIndex((byte) => !isBlank(byte));
    if (ink >= 0) this.#lastInk = this.#size + ink;
    this.#size += chunk.length;
    this.#tail.push(chunk);
    this.#tailSize += chunk.length;
    if (this.#tailSize < 2 * tailBytes) return;
    this.#tail = [Buffer.concat(this.#tail).subarray(-tailBytes)];
    this.#tailSize = tailBytes;
  }

  #look(chunk: Buffer): void {
    const text = this.#held + chunk.toString('latin1');
    this.#hasPage ||= page.test(text);
    this.#isActive ||= active.test(text);
    this.#isEncrypted ||= encrypted.test(text);
    const end = this.#form()?.ends;
    const place = end === undefined ? -1 : text.lastIndexOf(String.fromCharCode(...end));
    if (place >= 0) this.#lastEnd = this.#size - this.#held.length + place + (end?.length ?? 0);
    this.#held = text.slice(-longestMark);
  }

  #form(): Form | undefined {
    const late = beginningOf(this.#head);
    return forms.find(({ begins, mayBeginLate }) => {
      const from = mayBeginLate === true ? late : 0;
      return begins.every((byte, place) => this.#head[from + place] === byte);
    });
  }

  /**
   * The document's type, or why it is refused: EVIDENCE_EMPTY, EVIDENCE_CUT_SHORT, EVIDENCE_ENCRYPTED,
   * EVIDENCE_NOT_PLAIN, or the answer of `otherDocument` for another kind.
   */
  verdict(): Result<DocumentType> {
    if (this.#lastInk < 0) return refuse(problem('EVIDENCE_EMPTY', empty, 'file'));
    const form = this.#form();
    if (form === undefined) return refuse(otherDocument(this.#head));
    const isPreview = form.type === 'image/jpeg' && this.#lastEnd < (this.#picture.at ?? 0);
    if (this.#lastEnd < 0 || isPreview || this.#lastInk + 1 - this.#lastEnd > form.endsWithin) {
      return refuse(problem('EVIDENCE_CUT_SHORT', cutShort, 'file'));
    }
    if (form.type === 'application/pdf' && this.#isEncrypted) {
      return refuse(problem('EVIDENCE_ENCRYPTED', underPassword, 'file'));
    }
    const isActive = form.type === 'application/pdf' && this.#isActive;
    if (this.#hasPage || isActive || Buffer.concat(this.#tail).includes(archive)) {
      return refuse(problem('EVIDENCE_NOT_PLAIN', notPlain, 'file'));
    }
    return ok(form.type);
  }
}

/** Blanks, line breaks and zeros. */
function isBlank(byte: number): boolean {
  return byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** The start of a document, after a byte order mark and line breaks. */
function beginningOf(head: Buffer): number {
  const from = head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  const ink = head.subarray(from).findIndex((byte) => !isBlank(byte));
  return ink < 0 ? from : from + ink;
}

/** Whether a declared MIME type is acceptable: none, a generic one, or that of any accepted kind. */
export function isClaimed(mimeType: string): boolean {
  const claim = mimeType.toLowerCase().split(';')[0]?.trim() ?? '';
  return ['', 'application/octet-stream', ...forms.flatMap(({ claims }) => claims)].includes(claim);
}

/** The file name for downloads, with the extension that fits the content. */
export function nameByContent(name: string, type: string): string {
  const extensions = forms.find((form) => form.type === type)?.extensions ?? [];
  if (extensions.some((extension) => name.toLowerCase().endsWith(extension))) return name;
  return `${name.replace(/\.[^.]{0,10}$/u, '')}${extensions[0] ?? ''}`;
}

const empty: Bilingual = {
  zh: '文件是空的，多半没有保存或复制完。打开看到内容后重新上传',
  en: 'The file is empty; perhaps it was not saved or copied completely. Open it to check, then upload it again.',
};
const underPassword: Bilingual = {
  zh: 'PDF 加了密码或限制，存档后别人打不开。用密码打开，选“打印—另存为 PDF”或截图，再上传没有密码的文件',
  en: 'The PDF is protected by a password or restrictions. Open it, print it to a new PDF or take a picture, and upload that.',
};
const cutShort: Bilingual = {
  zh: '文件不完整，可能没有复制完，打开看一看后重新上传',
  en: 'The file is incomplete; perhaps it was not copied completely. Open it to check, then upload it again.',
};
const notPlain: Bilingual = {
  zh: '文件里夹带网页、程序或其他文件，另存为普通 PDF 或截图后上传',
  en: 'The file contains a web page, a program or another file. Save it as a plain PDF or a picture, and upload that.',
};
