import { describe, expect, test } from 'vitest';
import { textOfDocx, unzipped } from '../testing/index.ts';
import { fillTemplate } from './fill-template.ts';

/** A template whose tags Word has split into runs of their own, in 宋体 for Chinese and Times New Roman for the rest. */
const template = new URL('./__fixtures__/split-tags.docx', import.meta.url);
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ criterion: `条件 ${at + 1}`, value: '第一行\n第二行' }));

describe('a template', () => {
  test('is filled when Word split its tags; rows repeat, line breaks and signs stay', async () => {
    const filled = Buffer.from(await fillTemplate(template, { headName: '李𠮷 & <b>', lines: lines(3) }));
    const text = await textOfDocx(filled);
    expect(text).toContain('申请人：李𠮷 & <b> 完');
    expect(text.match(/条件 \d\n第一行 第二行/g)).toEqual([1, 2, 3].map((at) => `条件 ${at}\n第一行 第二行`));
    expect(text).not.toMatch(/[{}]/);
  });

  test('keeps its fonts for Chinese in every run', async () => {
    const { 'word/document.xml': xml = '' } = await unzipped(
      Buffer.from(await fillTemplate(template, { headName: '李建国', lines: lines(1) })),
    );
    const runs = xml.match(/<w:r>.*?<\/w:r>/g)?.filter((run) => /<w:t[^>]*>[^<]/.test(run)) ?? [];
    expect(runs.length).toBeGreaterThan(3);
    for (const run of runs) expect(run).toContain('w:eastAsia="宋体"');
  });

  test('does not read tags from values: what people typed stays text and opens in Word', async () => {
    const headName = `{/lines}{#x}\u0000\u000B\uD800完`;
    const text = await textOfDocx(Buffer.from(await fillTemplate(template, { headName, lines: [] })));
    expect(text).toContain('申请人：{/lines}{#x}\uFFFD完 完');
    expect(text).not.toMatch(/条件/);
  });

  test('with a tag without a value is refused, and the error names the tag', async () => {
    await expect(fillTemplate(template, { head: '李建国', lines: lines(1) })).rejects.toThrow(
      'no words for headName of split-tags.docx',
    );
  });
});
