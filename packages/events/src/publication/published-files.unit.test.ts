import { describe, expect, it } from 'vitest';
import { brokenPromises, generatedFiles, publishedFiles } from './published-files.ts';

describe('the published contracts', () => {
  it('are committed as the contracts generate them (pnpm --filter @nuangong/events generate)', async () => {
    expect(Object.fromEntries(await publishedFiles())).toEqual(Object.fromEntries(generatedFiles()));
  });

  it('stay compatible with what was published', async () => {
    expect(brokenPromises(await publishedFiles(), generatedFiles())).toEqual([]);
  });

  it('cannot be withdrawn', async () => {
    const published = await publishedFiles();
    const [first] = published.keys();
    const without = new Map([...published].filter(([name]) => name !== first));
    expect(brokenPromises(published, without)).toEqual([
      `${first} was withdrawn: events of this version may still be on their way`,
    ]);
  });
});
