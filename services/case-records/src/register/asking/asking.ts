import { problem, type Problem } from '@nuangong/primitives';

/** How an identity is asked about: one in a form, or many in a roster that becomes households. */
export type AskingKind = 'FORM' | 'ROSTER';

/**
 * How much may be asked, so that nobody looks people up. A clerk's form takes five minutes and names a family of five, so
 * 60 identities an hour is what a good clerk enters, and 3,000 a day what six of them do. A roster may hold a whole
 * county; what is limited is of how many a day it tells that they are registered elsewhere, in a lawful roster a few in a
 * hundred.
 */
export const askingLimits = {
  formAnHourByAccount: 60,
  formADayByOrganization: 3_000,
  rosterToldADayByOrganization: 1_000,
};

/** What was asked before: by form by this account within the hour, and by the organisation within the day. */
export interface AskedBefore {
  readonly formByAccount: number;
  readonly formByOrganization: number;
  readonly rosterTold: number;
}

/** Of how many more identities it may be told, by form whether or not they are registered, by roster that they are. */
export function askingsLeft(kind: AskingKind, before: AskedBefore): number {
  const { formAnHourByAccount, formADayByOrganization, rosterToldADayByOrganization } = askingLimits;
  const left =
    kind === 'ROSTER'
      ? rosterToldADayByOrganization - before.rosterTold
      : Math.min(formAnHourByAccount - before.formByAccount, formADayByOrganization - before.formByOrganization);
  return Math.max(0, left);
}

/** Too much was asked: what to do instead. */
export function askedTooOften(kind: AskingKind, field: string): Problem {
  return kind === 'FORM'
    ? problem(
        'ASKED_TOO_OFTEN',
        {
          zh: `查询过的身份证号太多：每人每小时 ${askingLimits.formAnHourByAccount} 个、每单位每天 ${askingLimits.formADayByOrganization} 个。一小时后再试；多户一起登记请导入花名册`,
          en: `Too many identity numbers were asked about: ${askingLimits.formAnHourByAccount} an hour by one account, ${askingLimits.formADayByOrganization} a day by an organisation. Try again in an hour; import a roster to register many.`,
        },
        field,
      )
    : problem(
        'ASKED_TOO_OFTEN',
        {
          zh: `今天的花名册里已有 ${askingLimits.rosterToldADayByOrganization} 人是其他单位在册的，先与这些单位核对名单；明天再导入其余各行`,
          en: `In today’s rosters ${askingLimits.rosterToldADayByOrganization} people are registered by others: check the lists with those first, and import the remaining rows tomorrow.`,
        },
        field,
      );
}
