/** The services, by their names in the operations of this folder. */
export const services = ['identity', 'caseRecords', 'funds', 'employmentLegal', 'reporting'] as const;
export type Service = (typeof services)[number];

/** Reads a service's name out of an address. */
export function serviceOf(text: string | null | undefined): Service | undefined {
  return services.find((service) => service === text);
}

/** The variables with which an operation asks only one service. */
export function only(service: Service): Readonly<Record<Service, boolean>> {
  return {
    identity: service === 'identity',
    caseRecords: service === 'caseRecords',
    funds: service === 'funds',
    employmentLegal: service === 'employmentLegal',
    reporting: service === 'reporting',
  };
}
