import { carryOut } from '../../base/graph/command.ts';
import { offerVacancyMutation } from '../../base/graph/generated/vacancies.ts';
import type { OfferVacancyInput } from '../../base/graph/generated/operation-types.ts';

/** Registers a vacancy (岗位); criteria that the law forbids are refused with their ground. */
export const offerVacancy = (input: OfferVacancyInput) => carryOut(offerVacancyMutation, input);
