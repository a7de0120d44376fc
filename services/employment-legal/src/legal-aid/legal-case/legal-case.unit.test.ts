import { localDate } from '@nuangong/primitives';
import { expect, test } from 'vitest';
import { decideClosing, decideOpening } from './legal-case.ts';

const today = localDate('2026-12-08');
const openedOn = localDate('2026-12-01');

test('given more migrant workers than persons, when a case is opened, then it is refused at its field', () => {
  const decided = decideOpening({ kind: 'ARBITRATION', clientName: '刘某某', persons: 2, migrantWorkers: 3 }, today);
  expect(decided.ok ? [] : decided.problems.map((one) => [one.code, one.field])).toEqual([
    ['NUMBER_OUT_OF_RANGE', 'migrantWorkers'],
  ]);
});

test('given no facts for a limitation, when a case is opened, then none is computed', () => {
  const decided = decideOpening({ kind: 'CONSULTATION', clientName: '刘某某' }, today);
  expect(decided).toMatchObject({
    ok: true,
    value: { persons: 1, migrantWorkers: 0, limitation: null, content: null },
  });
});

test.each([
  ['somebody else', 'another', 'OPEN', '2026-12-08', 'NOT_THE_OFFICER'],
  ['its officer a second time', 'officer', 'CLOSED', '2026-12-08', 'CLOSED_ALREADY'],
  ['its officer, before it was opened', 'officer', 'OPEN', '2026-11-30', 'CLOSED_BEFORE_OPENED'],
] as const)('given a case, when %s closes it, then it is refused', (_who, staffId, status, day, code) => {
  const decided = decideClosing({ status, openedOn, officerId: 'officer' }, staffId, localDate(day));
  expect(decided.ok ? [] : decided.problems.map((one) => one.code)).toEqual([code]);
});

test('given an open case, when its officer closes it on the day it was opened, then it is closed that day', () => {
  const decided = decideClosing({ status: 'OPEN', openedOn, officerId: 'officer' }, 'officer', openedOn);
  expect(decided).toEqual({ ok: true, value: { closedOn: '2026-12-01' } });
});
