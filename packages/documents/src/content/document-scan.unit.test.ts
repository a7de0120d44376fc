import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocumentScan, isClaimed, nameByContent } from './document-scan.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const pdf = (body = '1 0 obj << /Type /Catalog >> endobj') => latin(`%PDF-1.7\n${body}\n%%EOF\n`);
const jpeg = (body = 'pixels', after = '') => latin(`\xff\xd8\xff\xe0${body}\xff\xd9${after}`);
const png = (body: Buffer = deflateSync('pixels'), after = '') =>
  Buffer.concat([latin('\x89PNG\r\n\x1a\n'), body, latin('IEND\xae\x42\x60\x82'), latin(after)]);

/** A JPEG segment; cameras keep a small preview, itself a complete JPEG, in one before the picture. */
const segment = (marker: string, content: string) =>
  `\xff${marker}${String.fromCharCode((content.length + 2) >> 8, (content.length + 2) & 255)}${content}`;
const photograph = latin(
  `\xff\xd8${segment('\xe1', `Exif\0\0${'x'.repeat(3_000)}\xff\xd8\xff\xdbsmall\xff\xd9`)}${segment('\xdb', 'tables')}${segment('\xda', 'scan')}pixels\xff\xd9`,
);

/** The verdict on a document that arrives in pieces of a given size. */
function judge(content: Buffer, piece = content.length || 1): string {
  const scan = new DocumentScan();
  for (let at = 0; at < content.length; at += piece) scan.take(content.subarray(at, at + piece));
  const verdict = scan.verdict();
  return verdict.ok ? verdict.value : (verdict.problems[0]?.code ?? '');
}

const zip = 'PK\x03\x04archive PK\x05\x06';

describe('a document is judged by its content', () => {
  test.each([
    ['a PDF', pdf(), 'application/pdf'],
    ['a JPEG', jpeg(), 'image/jpeg'],
    ['a JPEG with a film after its end, as telephones write', jpeg('pixels', 'x'.repeat(100_000)), 'image/jpeg'],
    ['a PNG', png(), 'image/png'],
    ['a PDF that speaks of a form’s script', pdf('/Title (JavaScript for beginners)'), 'application/pdf'],
    ['a PDF behind a byte order mark', Buffer.concat([latin('\xef\xbb\xbf'), pdf()]), 'application/pdf'],
    ['a PDF behind line breaks', Buffer.concat([latin('\r\n\n '), pdf()]), 'application/pdf'],
    [
      'a PDF with zeros and line breaks behind it',
      Buffer.concat([pdf(), Buffer.alloc(5_000), latin('\r\n')]),
      'application/pdf',
    ],
    ['a JPEG with zeros behind it', jpeg('pixels', '\0'.repeat(5_000)), 'image/jpeg'],
    ['a PNG with zeros behind it', png(undefined, '\0'.repeat(20)), 'image/png'],
    ['a PDF that speaks of encryption', pdf('/Title (How to /Encrypt a file)'), 'application/pdf'],
    ['a PDF behind a page', Buffer.concat([latin('<b>hello</b>'), pdf()]), 'EVIDENCE_TYPE'],
    ['a PDF behind two kilobytes of blanks', Buffer.concat([Buffer.alloc(2_048, 0x20), pdf()]), 'EVIDENCE_TYPE'],
    ['a PDF under a password', pdf('trailer << /Root 1 0 R /Encrypt 12345 0 R >>'), 'EVIDENCE_ENCRYPTED'],
    [
      'a PDF under a password, written together',
      pdf('trailer<</Encrypt<</Filter/Standard/V 2>>/Root 1 0 R>>'),
      'EVIDENCE_ENCRYPTED',
    ],
    ['nothing', Buffer.alloc(0), 'EVIDENCE_EMPTY'],
    ['zeros alone', Buffer.alloc(4_096), 'EVIDENCE_EMPTY'],
    ['a photograph as iPhones keep it', latin('\0\0\0\x24ftypheic\0\0\0\0mif1heic'), 'EVIDENCE_HEIC'],
    ['another one', latin('\0\0\0\x1cftypmif1\0\0\0\0'), 'EVIDENCE_HEIC'],
    ['a film', latin('\0\0\0\x18ftypmp42\0\0\0\0'), 'EVIDENCE_TYPE'],
    ['a Word document of old', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word'), 'EVIDENCE_DOCUMENT'],
    ['a picture of another kind', latin('RIFF\x10\0\0\0WEBPVP8 '), 'EVIDENCE_PICTURE'],
    ['a page', latin('<html><script>'), 'EVIDENCE_TYPE'],
    ['an SVG', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="x">'), 'EVIDENCE_TYPE'],
    ['an archive, as Word, WPS and OFD files are', latin(zip), 'EVIDENCE_DOCUMENT'],
    ['half a PDF', pdf().subarray(0, 30), 'EVIDENCE_CUT_SHORT'],
    ['half a JPEG', jpeg().subarray(0, 8), 'EVIDENCE_CUT_SHORT'],
    ['a PNG with more behind it, as screenshots have that were cut', png(undefined, 'x'.repeat(20)), 'image/png'],
    ['half a PNG', png().subarray(0, 20), 'EVIDENCE_CUT_SHORT'],
    ['a PNG whose picture has the letters of its end', latin('\x89PNG\r\n\x1a\nIENDpixels'), 'EVIDENCE_CUT_SHORT'],
    ['a photograph cut short behind its small preview', photograph.subarray(0, -8), 'EVIDENCE_CUT_SHORT'],
    ['a photograph with a small preview', photograph, 'image/jpeg'],
    [
      'a PDF in whose pictures a script’s letters fall',
      pdf('stream\n\x00/JS(\x80\xff\x01/JS <\xfe endstream'),
      'application/pdf',
    ],
    ['a PDF with a script elsewhere', pdf('<< /S /Rendition /JS 12 0 R >>'), 'EVIDENCE_NOT_PLAIN'],
    ['a PDF with a script written out', pdf('<< /JS (app.alert\\(1\\)) >>'), 'EVIDENCE_NOT_PLAIN'],
    ['a PDF that is a page too', pdf('<!DOCTYPE html><body onload=x>'), 'EVIDENCE_NOT_PLAIN'],
    ['a JPEG whose comment is a page', jpeg('\xff\xfe<HTML><ScRiPt src=x>'), 'EVIDENCE_NOT_PLAIN'],
    ['a PNG whose text is an SVG', png(latin('tEXt<svg onload=x>')), 'EVIDENCE_NOT_PLAIN'],
    ['a JPEG that is an archive too', jpeg('pixels', zip), 'EVIDENCE_NOT_PLAIN'],
    ['a JPEG that is a program of PHP too', jpeg('<?php system($_GET[1]);'), 'EVIDENCE_NOT_PLAIN'],
    ['a PDF with a script', pdf('<< /S /JavaScript /JS (app.alert(1)) >>'), 'EVIDENCE_NOT_PLAIN'],
    ['a PDF that starts a program', pdf('<< /S /Launch /F (cmd.exe) >>'), 'EVIDENCE_NOT_PLAIN'],
    ['a PDF with another file in it', pdf('<< /Type /EmbeddedFile >>'), 'EVIDENCE_NOT_PLAIN'],
  ])('%s', (_what, content, verdict) => {
    expect(judge(content)).toBe(verdict);
    for (const piece of [1, 3, 7, 64]) expect(judge(content.subarray(0, 200_000), piece)).toBe(verdict);
  });

  test('hidden content is found however the document is split into chunks', () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom('<script>', '<iframe ', '/Launch ', '<svg x'),
        (before, piece, hidden) => {
          expect(judge(pdf(`${'x'.repeat(before)}${hidden}${'y'.repeat(50)}`), piece)).toBe('EVIDENCE_NOT_PLAIN');
        },
      ),
    );
  });
});

test.each([
  ['evidence-bom.pdf', 'application/pdf'],
  ['evidence-encrypted.pdf', 'EVIDENCE_ENCRYPTED'],
])('%s, as a scanner wrote it', (file, verdict) => {
  expect(judge(readFileSync(new URL(`__fixtures__/${file}`, import.meta.url)), 100)).toBe(verdict);
});

test('the declared type must be an accepted one, or absent', () => {
  for (const claim of ['', 'application/pdf', 'IMAGE/JPEG', 'image/png; x=y', 'application/octet-stream'])
    expect(isClaimed(claim)).toBe(true);
  for (const claim of ['text/html', 'image/svg+xml', 'application/zip', 'text/plain'])
    expect(isClaimed(claim)).toBe(false);
});

test.each([
  ['诊断.pdf', 'application/pdf', '诊断.pdf'],
  ['photo.JPG', 'image/jpeg', 'photo.JPG'],
  ['photo.png', 'image/jpeg', 'photo.jpg'],
  ['x.pdf.html', 'application/pdf', 'x.pdf.pdf'],
  ['诊断', 'image/png', '诊断.png'],
])('%s declared as %s is served as %s', (name, type, expected) => expect(nameByContent(name, type)).toBe(expected));
