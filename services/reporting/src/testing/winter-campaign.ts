import { contracts, type EventData, type EventEnvelope } from '@nuangong/events';
import { eventOf, organizationOf } from './reporting-system.ts';

/** The winter campaign of §000-1 as events: one city, two counties, money from two sources, payments to households. */
export const city = '51/5101/';
export const county = '51/5101/510101/';
export const otherCounty = '51/5101/510102/';
export const baseUnion = '51/5101/510101/510101-01/';
export const campaignId = '00000000-0000-7000-8000-0000000c0001';

const id = (family: string, number: number) => `00000000-0000-7000-8${family}-${number.toString(16).padStart(12, '0')}`;

export const householdOf = (number: number) => id('001', number);
export const paymentOf = (number: number) => id('002', number);
export const applicationOf = (number: number) => id('003', number);
export const voucherOf = (number: number) => id('004', number);
export const caseFileOf = (number: number) => id('005', number);
export const eligibilityDecisionOf = (number: number) => id('006', number);
const grantOf = (number: number) => id('007', number);
const fundOf = (number: number) => id('008', number);

const made = new Date('2026-12-12T02:00:00.000Z');
const afterwards = new Date('2027-01-20T02:00:00.000Z');

type Data<Name extends keyof typeof contracts> = EventData<(typeof contracts)[Name]>;

/** The organisations and the open campaign: 5 events. */
export function opening(): readonly EventEnvelope[] {
  const tree = [
    ['51/', 'PROVINCE', null],
    [city, 'CITY', '51/'],
    [county, 'COUNTY', city],
    [otherCounty, 'COUNTY', city],
  ] as const;
  return [
    ...tree.map(([path, kind, parent]) =>
      eventOf(contracts['organization-registered.v1'], path, {
        organization: organizationOf(path),
        kind,
        parentId: parent === null ? null : organizationOf(parent).id,
      }),
    ),
    eventOf(contracts['campaign-opened.v1'], city, {
      campaignId,
      name: '2026年冬季送温暖活动',
      organization: organizationOf(city),
      from: '2026-12-01',
      to: '2027-02-28',
      policyPack: 'county-winter-300',
      standardFen: 30_000n,
      budgetFen: 10_000_000n,
    }),
  ];
}

/** Half of the money comes from the city’s union funds, half from the county’s finance: 3 events. */
export function money(): readonly EventEnvelope[] {
  const amountFen = 4_875_000n;
  return [
    receipt(1, city, { source: 'UNION', amountFen }),
    receipt(2, county, { source: 'LOCAL_FISCAL', amountFen }),
    allocationReceived(1, city, county, { amountFen }),
  ];
}

/** Money of the campaign that came in from outside. */
export function receipt(number: number, path: string, said: Partial<Data<'receipt-recorded.v1'>> = {}): EventEnvelope {
  return eventOf(contracts['receipt-recorded.v1'], path, {
    receiptId: id('009', number),
    organization: organizationOf(path),
    fundId: fundOf(number),
    source: 'UNION',
    amountFen: 1_000_000n,
    campaignId,
    receivedOn: '2026-11-30',
    ...said,
  });
}

/** Union money of the campaign that one organisation has received from another. */
export function allocationReceived(
  number: number,
  from: string,
  to: string,
  said: Partial<Data<'allocation-received.v1'>> = {},
): EventEnvelope {
  return eventOf(contracts['allocation-received.v1'], to, {
    allocationId: id('00a', number),
    from: organizationOf(from),
    to: organizationOf(to),
    source: 'UNION',
    amountFen: 1_000_000n,
    campaignId,
    on: '2026-12-02',
    ...said,
  });
}

const classes = ['BELOW_LINE', 'MARGINAL', 'SUDDEN'] as const;

/**
 * A household’s file, approval and payment of 300 yuan: 3 events. Every fifth household has a migrant worker, every
 * tenth a model worker.
 */
export function household(number: number, path: string = county): readonly EventEnvelope[] {
  return [caseFile(number, path), approval(number, path), payment(number, path)];
}

const flagsOf = (number: number) => ({ migrantWorker: number % 5 === 0, modelWorker: number % 10 === 0 });
/** The migrant and model workers of a household by its number. */
const peopleOf = (number: number) => ({ migrantWorkers: number % 5 === 0 ? 1 : 0, modelWorker: number % 10 === 0 });

/** A household’s case file, active from 8 December 2026. */
export function caseFile(
  number: number,
  path: string = county,
  said: Partial<Data<'case-file-activated.v1'>> = {},
): EventEnvelope {
  return eventOf(
    contracts['case-file-activated.v1'],
    path,
    {
      caseFileId: caseFileOf(number),
      caseFileVersion: 1,
      householdId: householdOf(number),
      organization: organizationOf(path),
      hardshipClass: classes[number % 3] ?? 'SUDDEN',
      causes: ['MAJOR_ILLNESS'],
      members: 3,
      workers: 1 + (number % 2),
      newGenerationMigrantWorker: false,
      ...peopleOf(number),
      activatedOn: '2026-12-08',
      ...said,
    },
    made,
  );
}

/** The facts of a household have changed, or its class under a new line. */
export function caseFileChanged(
  number: number,
  said: Partial<Data<'case-file-changed.v1'>>,
  path: string = county,
): EventEnvelope {
  return eventOf(
    contracts['case-file-changed.v1'],
    path,
    {
      caseFileId: caseFileOf(number),
      caseFileVersion: 2,
      householdId: householdOf(number),
      organization: organizationOf(path),
      hardshipClass: 'MARGINAL',
      causes: ['MAJOR_ILLNESS'],
      members: 3,
      workers: 1,
      newGenerationMigrantWorker: false,
      ...peopleOf(number),
      changes: [{ fact: '家庭人均月收入', before: '440.00', after: '720.00' }],
      changedOn: '2027-01-06',
      changedBy: { id: id('00b', 2), name: '李干事' },
      ...said,
    },
    afterwards,
  );
}

function approval(number: number, path: string): EventEnvelope {
  return eventOf(
    contracts['application-approved.v1'],
    path,
    {
      householdId: householdOf(number),
      caseFileId: caseFileOf(number),
      applicationId: applicationOf(number),
      grantId: grantOf(number),
      aidType: 'LIVING',
      mark: 'HOLIDAY_VISIT',
      amountFen: 30_000n,
      campaignId,
      ...flagsOf(number),
      caseFileVersion: 1,
      organization: organizationOf(path),
      clauses: [{ policy: 'county-winter-300', code: '2', title: '低保职工家庭' }],
      eligibilityDecisionId: eligibilityDecisionOf(number),
      sealedPayee: 'v1.sealed',
      payeeName: `王${number}`,
      unitName: '县农机厂工会',
      reason: '本人患大病',
      approvedBy: { id: id('00b', 1), name: '张志强' },
      approvedAt: '2026-12-10T02:00:00.000Z',
      purpose: '送温暖',
      worksheetRow: number + 3,
    },
    made,
  );
}

/** A payment of 300 yuan to a household. */
export function payment(
  number: number,
  path: string = county,
  said: Partial<Data<'payment-made.v1'>> = {},
): EventEnvelope {
  return eventOf(
    contracts['payment-made.v1'],
    path,
    {
      paymentId: paymentOf(number),
      grantId: grantOf(number),
      applicationId: applicationOf(number),
      batchId: id('00c', 1),
      voucherId: voucherOf(number),
      voucherNumber: `510101-2026-${String(number).padStart(6, '0')}`,
      householdId: householdOf(number),
      caseFileId: caseFileOf(number),
      organization: organizationOf(path),
      campaignId,
      aidType: 'LIVING',
      mark: 'HOLIDAY_VISIT',
      amountFen: 30_000n,
      parts: [{ fundId: fundOf(1), source: 'UNION', amountFen: 30_000n }],
      ...flagsOf(number),
      paidOn: '2026-12-12',
      ...said,
    },
    made,
  );
}

/** The bank returns a household’s payment. */
export function returned(number: number, path: string = county): EventEnvelope {
  return eventOf(
    contracts['payment-returned.v1'],
    path,
    {
      paymentId: paymentOf(number),
      grantId: grantOf(number),
      householdId: householdOf(number),
      organization: organizationOf(path),
      campaignId,
      amountFen: 30_000n,
      reason: '户名与账号不符',
      returnedOn: '2026-12-15',
    },
    afterwards,
  );
}

/** A household leaves the register because aid helped. */
export function exit(
  number: number,
  path: string = county,
  said: Partial<Data<'case-file-exited.v1'>> = {},
): EventEnvelope {
  return eventOf(
    contracts['case-file-exited.v1'],
    path,
    {
      caseFileId: caseFileOf(number),
      householdId: householdOf(number),
      organization: organizationOf(path),
      reason: 'AIDED',
      exitedOn: '2027-01-05',
      ...said,
    },
    afterwards,
  );
}

/** A file is suspended. */
export function suspension(number: number, suspendedOn: string, path: string = county): EventEnvelope {
  const data = { ...fileOf(number, path), reason: '家庭收入待核实', suspendedOn };
  return eventOf(contracts['case-file-suspended.v1'], path, data, afterwards);
}

/** A suspended file is active again. */
export function resumption(number: number, resumedOn: string, path: string = county): EventEnvelope {
  return eventOf(contracts['case-file-resumed.v1'], path, { ...fileOf(number, path), resumedOn }, afterwards);
}

function fileOf(number: number, path: string) {
  return { caseFileId: caseFileOf(number), householdId: householdOf(number), organization: organizationOf(path) };
}

/** A member of a household attends a training course; somebody outside the register when the household is null. */
export function training(number: number, householdId: string | null, attendedOn = '2026-12-18'): EventEnvelope {
  return eventOf(contracts['training-attended.v1'], county, {
    enrolmentId: id('00e', number),
    personRef: `person-${number}`,
    householdId,
    organization: organizationOf(county),
    migrantWorker: false,
    attendedOn,
  });
}

/** A legal-aid case of this many persons. */
export function legalCase(
  number: number,
  said: Partial<Data<'legal-case-opened.v1'>> & { readonly persons: number },
): EventEnvelope {
  return eventOf(contracts['legal-case-opened.v1'], county, {
    legalCaseId: id('00f', number),
    kind: 'ARBITRATION',
    householdId: null,
    organization: organizationOf(county),
    migrantWorkers: 0,
    openedOn: '2026-12-11',
    ...said,
  });
}

/** Recovered wages, an amount for each worker by name; names in capitals are migrant workers. */
export function recovery(
  number: number,
  claim: number,
  amounts: Readonly<Record<string, bigint>>,
  recoveredOn = '2027-01-15',
): EventEnvelope {
  const parts = Object.entries(amounts).map(([worker, amountFen]) => ({
    personRef: worker,
    migrantWorker: /[A-Z]/.test(worker),
    amountFen,
  }));
  const migrants = parts.filter((part) => part.migrantWorker);
  const sum = (some: typeof parts) => some.reduce((total, { amountFen }) => total + amountFen, 0n);
  return eventOf(contracts['wage-claim-recovered.v1'], county, {
    wageClaimId: id('010', claim),
    recoveryId: id('011', number),
    organization: organizationOf(county),
    workers: parts.length,
    migrantWorkers: migrants.length,
    amountFen: sum(parts),
    migrantAmountFen: sum(migrants),
    recoveredOn,
    parts,
  });
}

/** A household’s exit, a vacancy, a training, a legal case, recovered wages and a visit: one event each. */
export function otherWork(path: string = county): readonly EventEnvelope[] {
  const organization = organizationOf(path);
  return [
    exit(1, path),
    eventOf(contracts['vacancy-offered.v1'], path, {
      vacancyId: id('00d', 1),
      organization,
      positions: 5,
      forLaidOff: true,
      offeredOn: '2026-12-07',
    }),
    training(1, householdOf(2)),
    legalCase(1, { persons: 12, migrantWorkers: 9 }),
    eventOf(contracts['wage-claim-recovered.v1'], path, {
      wageClaimId: id('010', 1),
      recoveryId: id('011', 1),
      organization,
      workers: 12,
      migrantWorkers: 9,
      amountFen: 18_600_000n,
      migrantAmountFen: 13_950_000n,
      recoveredOn: '2027-01-15',
      parts: Array.from({ length: 12 }, (_, worker) => ({
        personRef: `worker ${worker}`,
        migrantWorker: worker < 9,
        amountFen: 1_550_000n,
      })),
    }),
    eventOf(contracts['visit-made.v1'], path, {
      visitId: id('012', 1),
      householdId: householdOf(2),
      organization,
      campaignId,
      visitedOn: '2027-01-20',
      withGoodsOrMoney: true,
    }),
  ];
}
