import { contracts, type EventEnvelope } from '@nuangong/events';
import { eventOf, organizationOf } from './reporting-system.ts';

/** The winter campaign of §000-1 as events: one city, two counties, money from two sources, payments to households. */
export const city = '51/5101/';
export const county = '51/5101/510101/';
export const otherCounty = '51/5101/510102/';
export const campaignId = '00000000-0000-7000-8000-0000000c0001';

const id = (family: string, number: number) =>
  `00000000-0000-7000-8${family}-${number.toString(16).padStart(12, '0')}`;

export const householdOf = (number: number) => id('001', number);
export const paymentOf = (number: number) => id('002', number);
export const applicationOf = (number: number) => id('003', number);
export const voucherOf = (number: number) => id('004', number);
export const caseFileOf = (number: number) => id('005', number);
export const decisionSheetOf = (number: number) => id('006', number);
const grantOf = (number: number) => id('007', number);
const fundOf = (number: number) => id('008', number);

const made = new Date('2026-12-12T02:00:00.000Z');
const afterwards = new Date('2027-01-20T02:00:00.000Z');

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
  const receipt = (path: string, number: number, source: 'UNION' | 'LOCAL_FISCAL') =>
    eventOf(contracts['receipt-recorded.v1'], path, {
      receiptId: id('009', number),
      organization: organizationOf(path),
      fundId: fundOf(number),
      source,
      amountFen,
      campaignId,
      receivedOn: '2026-11-30',
    });
  return [
    receipt(city, 1, 'UNION'),
    receipt(county, 2, 'LOCAL_FISCAL'),
    eventOf(contracts['allocation-received.v1'], county, {
      allocationId: id('00a', 1),
      from: organizationOf(city),
      to: organizationOf(county),
      source: 'UNION',
      amountFen,
      campaignId,
      on: '2026-12-02',
    }),
  ];
}

const classes = ['BELOW_LINE', 'MARGINAL', 'SUDDEN'] as const;

/**
 * A household’s file, approval and payment of 300 yuan: 3 events. Every fifth is a migrant worker’s, every tenth a
 * model worker’s.
 */
export function household(number: number, path: string = county): readonly EventEnvelope[] {
  const organization = organizationOf(path);
  const flags = { migrantWorker: number % 5 === 0, modelWorker: number % 10 === 0 };
  const grant = { aidType: 'LIVING', mark: 'HOLIDAY_VISIT', amountFen: 30_000n, campaignId, ...flags } as const;
  const ids = {
    householdId: householdOf(number),
    caseFileId: caseFileOf(number),
    applicationId: applicationOf(number),
    grantId: grantOf(number),
  };
  return [
    eventOf(
      contracts['case-file-activated.v1'],
      path,
      {
        caseFileId: ids.caseFileId,
        caseFileVersion: 1,
        householdId: ids.householdId,
        organization,
        hardshipClass: classes[number % 3] ?? 'SUDDEN',
        causes: ['MAJOR_ILLNESS'],
        members: 3,
        workers: 1 + (number % 2),
        migrantWorker: flags.migrantWorker,
        newGenerationMigrantWorker: false,
        modelWorker: flags.modelWorker,
        activatedOn: '2026-12-08',
      },
      made,
    ),
    eventOf(
      contracts['application-approved.v1'],
      path,
      {
        ...ids,
        ...grant,
        caseFileVersion: 1,
        organization,
        clauses: [{ pack: 'county-winter-300', code: '2', title: '低保职工家庭' }],
        decisionSheetId: decisionSheetOf(number),
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
    ),
    payment(number, path),
  ];
}

/** A payment of 300 yuan to a household. */
export function payment(number: number, path: string = county): EventEnvelope {
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
      migrantWorker: number % 5 === 0,
      modelWorker: number % 10 === 0,
      paidOn: '2026-12-12',
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

/** A household’s exit, a vacancy, a training, a legal case, recovered wages and a visit: one event each. */
export function otherWork(path: string = county): readonly EventEnvelope[] {
  const organization = organizationOf(path);
  return [
    eventOf(
      contracts['case-file-exited.v1'],
      path,
      {
        caseFileId: caseFileOf(1),
        householdId: householdOf(1),
        organization,
        reason: 'AIDED',
        exitedOn: '2027-01-05',
      },
      afterwards,
    ),
    eventOf(contracts['vacancy-offered.v1'], path, {
      vacancyId: id('00d', 1),
      organization,
      positions: 5,
      forLaidOff: true,
      offeredOn: '2026-12-07',
    }),
    eventOf(contracts['training-attended.v1'], path, {
      enrolmentId: id('00e', 1),
      personRef: 'b1946ac92492d2347c6235b4d2611184',
      householdId: householdOf(2),
      organization,
      migrantWorker: false,
      attendedOn: '2026-12-18',
    }),
    eventOf(contracts['legal-case-opened.v1'], path, {
      legalCaseId: id('00f', 1),
      kind: 'ARBITRATION',
      householdId: null,
      organization,
      persons: 12,
      migrantWorkers: 9,
      openedOn: '2026-12-11',
    }),
    eventOf(contracts['wage-claim-recovered.v1'], path, {
      wageClaimId: id('010', 1),
      recoveryId: id('011', 1),
      organization,
      workers: 12,
      migrantWorkers: 9,
      amountFen: 18_600_000n,
      migrantAmountFen: 13_950_000n,
      recoveredOn: '2027-01-15',
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
