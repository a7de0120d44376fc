import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EvidenceScan, isClaimed, nameByContent } from './evidence-content.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const pdf = (body = '1 0 obj << /Type /Catalog >> endobj') => latin(`%PDF-1.7\n${body}\n%%EOF\n`);
const jpeg = (body = 'pixels', after = '') => latin(`\xff\xd8\xff\xe0${body}\xff\xd9${after}`);
const png = (body: Buffer = deflateSync('pixels'), after = '') =>
  Buffer.concat([latin('\x89PNG\r\n\x1a\n'), body, latin('IEND\xae\x42\x60\x82'), latin(after)]);

/** The verdict on a document that arrives in pieces of a size. */
function judge(content: Buffer, piece = content.length || 1): string {
  const scan = new EvidenceScan();
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
    ['nothing', Buffer.alloc(0), 'EVIDENCE_TYPE'],
    ['a page', latin('<html><script>'), 'EVIDENCE_TYPE'],
    ['an SVG', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="x">'), 'EVIDENCE_TYPE'],
    ['an archive', latin(zip), 'EVIDENCE_TYPE'],
    ['half a PDF', pdf().subarray(0, 30), 'EVIDENCE_CUT_SHORT'],
    ['half a JPEG', jpeg().subarray(0, 8), 'EVIDENCE_CUT_SHORT'],
    ['a PNG with more behind it', png(undefined, 'x'.repeat(20)), 'EVIDENCE_CUT_SHORT'],
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

  test('however it is cut into pieces, what is hidden in it is found', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 500 }), fc.constantFrom('<script>', '<iframe ', '/Launch ', '<svg x'), (before, piece, hidden) => {
        expect(judge(pdf(`${'x'.repeat(before)}${hidden}${'y'.repeat(50)}`), piece)).toBe('EVIDENCE_NOT_PLAIN');
      }),
    );
  });
});

test('what a sender says it is must be one of the kinds that are taken, or nothing', () => {
  for (const claim of ['', 'application/pdf', 'IMAGE/JPEG', 'image/png; x=y', 'application/octet-stream']) expect(isClaimed(claim)).toBe(true);
  for (const claim of ['text/html', 'image/svg+xml', 'application/zip', 'text/plain']) expect(isClaimed(claim)).toBe(false);
});

test.each([
  ['诊断.pdf', 'application/pdf', '诊断.pdf'],
  ['photo.JPG', 'image/jpeg', 'photo.JPG'],
  ['photo.png', 'image/jpeg', 'photo.jpg'],
  ['x.pdf.html', 'application/pdf', 'x.pdf.pdf'],
  ['诊断', 'image/png', '诊断.png'],
])('%s that is %s is handed out as %s', (name, type, expected) => expect(nameByContent(name, type)).toBe(expected));
