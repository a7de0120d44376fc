import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { unzipped } from '../testing/index.ts';
import { archiveOf, type ArchiveEntry } from './archive.ts';

const writtenAt = new Date('2026-12-12T08:00:00Z');
const entry = (name: string, content: string): ArchiveEntry => ({
  name,
  writtenAt,
  open: () => Promise.resolve(Readable.from([Buffer.from(content)])),
});

const contentOf = (file: { readonly content: unknown }) => file.content as Readable;

describe('an archive', () => {
  test('holds every file in order, each under a unique name', async () => {
    const file = archiveOf('材料.zip', [
      entry('诊断.pdf', 'one'),
      entry('诊断.pdf', 'two'),
      entry('../目录.csv', 'three'),
    ]);
    expect([file.name, file.type]).toEqual(['材料.zip', 'application/zip']);
    const bytes = await buffer(contentOf(file));
    expect(Object.entries(await unzipped(bytes))).toEqual([
      ['诊断.pdf', 'one'],
      ['诊断 (2).pdf', 'two'],
      ['__目录.csv', 'three'],
    ]);
    const again = archiveOf('材料.zip', [
      entry('诊断.pdf', 'one'),
      entry('诊断.pdf', 'two'),
      entry('../目录.csv', 'three'),
    ]);
    const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');
    expect(digest(await buffer(contentOf(again)))).toBe(digest(bytes));
  });

  test('without entries is an empty archive', async () => {
    expect(await unzipped(await buffer(contentOf(archiveOf('x.zip', []))))).toEqual({});
  });

  test('opens one file at a time, and none after the receiver has gone', async () => {
    let [open, most, opened] = [0, 0, 0];
    const large = (place: number): ArchiveEntry => ({
      name: `${place}.pdf`,
      writtenAt,
      open: () => {
        opened += 1;
        most = Math.max(most, (open += 1));
        const content = Readable.from(
          (function* () {
            for (let piece = 0; piece < 64; piece += 1) yield Buffer.alloc(65_536, place);
          })(),
        );
        content.once('close', () => void (open -= 1));
        return Promise.resolve(content);
      },
    });
    const content = contentOf(
      archiveOf(
        'x.zip',
        Array.from({ length: 20 }, (_, place) => large(place)),
      ),
    );
    for (let at = 0; at < 50; at += 1) await turn();
    expect(opened).toBe(1);
    let received = 0;
    for await (const chunk of content) {
      received += (chunk as Buffer).length;
      if (received > 10 * 1024 * 1024) break;
    }
    for (let at = 0; at < 50; at += 1) await turn();
    expect([most, open]).toEqual([1, 0]);
    expect(opened).toBeLessThan(5);
  });

  test.each<[string, () => Promise<Readable>]>([
    ['cannot be opened', () => Promise.reject(new Error('not there'))],
    [
      'breaks off',
      () =>
        Promise.resolve(
          Readable.from(
            (function* () {
              yield Buffer.alloc(10);
              throw new Error('not what was sealed');
            })(),
          ),
        ),
    ],
  ])('breaks off where a file %s', async (_what, fails) => {
    const entries = [entry('1.pdf', 'one'), { name: '2.pdf', writtenAt, open: fails }, entry('3.pdf', 'three')];
    await expect(buffer(contentOf(archiveOf('x.zip', entries)))).rejects.toThrow(/not there|not what was sealed/);
  });
});
