import { problem, type Problem } from '@nuangong/primitives';

/** How an identity is queried: FORM for a single number, ROSTER for the rows of a roster. */
export type AskingKind = 'FORM' | 'ROSTER';

/**
 * The limits on queries, against looking people up. A form takes a clerk five minutes and names a family of five, so 60
 * identities an hour are a good clerk's work, and 3,000 a day that of six clerks. A roster may hold a whole county, so
 * its limit is on people found registered elsewhere: a few in a hundred in a lawful roster.
 */
export const askingLimits = {
  formAnHourByAccount: 60,
  formADayByOrganization: 3_000,
  rosterToldADayByOrganization: 1_000,
};

/**
 * Earlier queries: by form by this account in the last hour and the organisation in the last day, by roster in the last
 * day.
 */
export interface AskedBefore {
  readonly formByAccount: number;
  readonly formByOrganization: number;
  readonly rosterTold: number;
}

/** How many more identities may be queried; by roster, how many more may be reported as registered elsewhere. */
export function askingsLeft(kind: AskingKind, before: AskedBefore): number {
  const { formAnHourByAccount, formADayByOrganization, rosterToldADayByOrganization } = askingLimits;
  const left =
    kind === 'ROSTER'
      ? rosterToldADayByOrganization - before.rosterTold
      : Math.min(formAnHourByAccount - before.formByAccount, formADayByOrganization - before.formByOrganization);
  return Math.max(0, left);
}

/** The refusal, with what to do instead. */
export function askedTooOften(kind: AskingKind, field: string): Problem {
  return kind === 'FORM'
    ? problem(
        'ASKED_TOO_OFTEN',
        {
          zh: `查询过的身份证号太多：每人每小时 ${askingLimits.formAnHourByAccount} 个、每单位每天 ${askingLimits.formADayByOrganization} 个。一小时后再试；多户一起登记请导入花名册`,
          en: `Too many identity numbers were checked: the limit is ${askingLimits.formAnHourByAccount} an hour per account and ${askingLimits.formADayByOrganization} a day per organisation. Try again in an hour, or import a roster to register many.`,
        },
        field,
      )
    : problem(
        'ASKED_TOO_OFTEN',
        {
          zh: `今天的花名册里已有 ${askingLimits.rosterToldADayByOrganization} 人是其他单位在册的，先与这些单位核对名单；明天再导入其余各行`,
          en: `${askingLimits.rosterToldADayByOrganization} people in today’s rosters are already registered by other units. Check the lists with those units first, and import the remaining rows tomorrow.`,
        },
        field,
      );
}
