/** The services that the main job needs, beside the sign-in, which is signed for here. */
export const testedServices = ['case-records', 'funds', 'reporting'] as const;
export type TestedService = (typeof testedServices)[number];
