import fc from 'fast-check';
import { expect, it } from 'vitest';
import { askingLimits, askingsLeft } from './asking.ts';

const count = fc.nat(2_000);
const before = fc.record({ formByAccount: count, formByOrganization: count, rosterTold: count });

it('the remaining and the counted askings stay within the limits, by form and by roster', () => {
  fc.assert(
    fc.property(before, (asked) => {
      const form = askingsLeft('FORM', asked);
      expect(form === 0 || asked.formByAccount + form <= askingLimits.formAnHourByAccount).toBe(true);
      expect(form === 0 || asked.formByOrganization + form <= askingLimits.formADayByOrganization).toBe(true);
      const roster = askingsLeft('ROSTER', asked);
      expect(roster === 0 || asked.rosterTold + roster <= askingLimits.rosterToldADayByOrganization).toBe(true);
    }),
  );
});

it('rosters and forms have separate limits', () => {
  expect(askingsLeft('ROSTER', { formByAccount: 900, formByOrganization: 900, rosterTold: 0 })).toBe(1_000);
  expect(askingsLeft('FORM', { formByAccount: 59, formByOrganization: 59, rosterTold: 1_000 })).toBe(1);
});
