import { describe, expect, test } from 'vitest';
import { permits } from '@nuangong/access';
import { addressOf, kindOf, obligationKindCodes, titleOf } from './kind.ts';

describe.each(obligationKindCodes)('%s', (code) => {
  const kind = kindOf(code);

  test('each of its roles has the permission to meet it', () => {
    expect(kind.roles.filter((role) => !permits([role], kind.action))).toEqual([]);
  });

  test('its title has the same parts in both languages', () => {
    const partsOf = (words: string): readonly string[] =>
      [...words.matchAll(/\{(\w+)\}/gu)].map(([part]) => part.replace('En}', '}'));
    expect(partsOf(kind.title.zh)).toEqual(partsOf(kind.title.en));
  });

  test('its days are whole numbers, and reminders are on or before the due day', () => {
    const { dueAfter, remindBefore, escalate, lapseAfter } = kind;
    expect([dueAfter, ...remindBefore, lapseAfter ?? 0].every((days) => Number.isInteger(days) && days >= 0)).toBe(
      true,
    );
    expect(escalate === undefined || escalate.after > 0).toBe(true);
    expect(remindBefore.toSorted((one, other) => other - one)).toEqual(remindBefore);
  });
});

test('a title is filled with the parts of its record, and its address with the record’s id', () => {
  const kind = kindOf('POSTING_ENDED');
  const of = { recordId: 'a1', organizationId: 'b2', staffId: null };
  expect(titleOf(kind, { place: '县总工会公示栏', to: '2026-12-07' }, 'zh')).toBe('县总工会公示栏，公示到 2026-12-07');
  expect(titleOf(kind, { to: '2026-12-07' }, 'en')).toBe(', posted until 2026-12-07');
  expect(addressOf(kind, of, 'me')).toBe('/postings/a1');
  expect(addressOf(kindOf('TABLE_DUE'), of, 'me')).toBe('/reports/warmth-table?campaignId=a1&organizationId=b2');
  expect(() => kindOf('NOTHING')).toThrow('NOTHING');
});

test('the obligation of an ending delegation links the lender to their own account, and an auditor to the lender’s', () => {
  const of = { recordId: 'a1', organizationId: 'b2', staffId: 'lender' };
  const kind = kindOf('DELEGATION_ENDS');
  expect(addressOf(kind, of, 'lender')).toBe('/own-account');
  expect(addressOf(kind, of, 'auditor')).toBe('/staff/lender');
});
