/** The services that the main job needs, without identity: tokens are signed here. */
export const testedServices = ['case-records', 'funds', 'reporting'] as const;
export type TestedService = (typeof testedServices)[number];
