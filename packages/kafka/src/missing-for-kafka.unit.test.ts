import { describe, expect, it } from 'vitest';
import { readJavaVersion } from './missing-for-kafka.ts';

describe('the version of Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_392"', 8],
    ['java: command not found', undefined],
  ])('in %s is %s', (said, version) => {
    expect(readJavaVersion(said)).toBe(version);
  });
});
