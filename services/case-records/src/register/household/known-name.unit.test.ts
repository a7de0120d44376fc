import { describe, expect, test } from 'vitest';
import { valueOf } from '@nuangong/primitives';
import { decideName } from './known-name.ts';

const codes = (result: ReturnType<typeof decideName>) => (result.ok ? [] : result.problems.map(({ code }) => code));

describe('the name typed for a known identity number', () => {
  test('leads to a question with both names side by side', () => {
    const result = decideName('张小三', '张晓山', null, 'headName');
    expect(codes(result)).toEqual(['NAME_DIFFERS']);
    expect(result.ok ? '' : result.problems[0]?.message.zh).toMatch(/张小三.*张晓山/);
    expect(valueOf(decideName('张小三', '张晓山', { right: 'KNOWN' }, 'headName')).name).toBe('张小三');
    expect(codes(decideName('张小三', '张晓山', { right: 'TYPED', why: ' ' }, 'headName'))).toEqual(['TEXT_MISSING']);
    expect(valueOf(decideName('张小三', '张晓山', { right: 'TYPED', why: '户口本' }, 'headName'))).toEqual({
      name: '张晓山',
      correction: { before: '张小三', why: '户口本' },
    });
  });

  test.each([
    '阿依古丽•买买提',
    '阿依古丽・买买提',
    '阿依古丽‧买买提',
    '阿依古丽∙买买提',
    '阿依古丽 买买提',
    '阿依古丽.买买提',
  ])('is the same with another dot: %s', (typed) => {
    expect(valueOf(decideName('阿依古丽·买买提', typed, null, 'headName')).name).toBe('阿依古丽·买买提');
  });
});
