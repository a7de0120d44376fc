import { afterAll, beforeAll, expect, test } from 'vitest';
import { permits, roles, type Role } from '@nuangong/access';
import { contracts, wordsElsewhere } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import { masterKeys, readKey, rotateDataKey } from '@nuangong/sealing';
import {
  approvedGrant,
  county,
  finance,
  financeLead,
  staffOf,
  startFunds,
  type FundsService,
} from '../testing/funds-service.ts';
import { fundWith } from '../testing/money.ts';
import { confirmGrantDecision } from './confirm-grant-decision.ts';
import { proposeGrantDecision } from './propose-grant-decision.ts';
import { refuseGrantDecision } from './refuse-grant-decision.ts';
import { wordsOfOthers } from './written-words.ts';

/** What is written in this file: no table, no entry and no event may hold a word of it. */
const planted = '患尿毒症';

let funds: FundsService;
let grantId = '';
let householdId = '';

beforeAll(async () => {
  funds = await startFunds();
  await fundWith(funds, '900.00');
  const grant = approvedGrant({ reason: `大病${planted}`, clauses: [{ pack: 'p', code: '3.3', title: `条款${planted}` }] });
  ({ householdId } = grant);
  grantId = await funds.approve(grant);
  const { example } = contracts['case-file-suspended.v1'];
  const { caseFileId, organization } = grant;
  const sealedReason = funds.keyring.sealForTransit(`暂停${planted}`, caseFileId);
  await funds.tell('case-file-suspended.v1', { ...example, caseFileId, householdId, organization, reason: wordsElsewhere, sealedReason });
  const propose = (what: string) =>
    proposeGrantDecision(funds.commandOf(finance), { grantId, kind: 'RELEASE', reason: `${what}${planted}` });
  valueOf(await propose('提出'));
  valueOf(await refuseGrantDecision(funds.commandOf(financeLead), { grantId, answer: `不同意${planted}` }));
  valueOf(await propose('再提'));
  valueOf(await confirmGrantDecision(funds.commandOf(financeLead), { grantId }));
});
afterAll(() => funds.stop());

const asked = () => `{ grant(id: "${grantId}") { reason clause holds { reason } decisions { reason answer } } }`;
const onTimeline = () =>
  `{ _entities(representations: [{ __typename: "Household", id: "${householdId}" }]) { ... on Household { aidTimeline { kind detail } } } }`;

test.each(roles)('%s reads why a household is given money only where it is part of the role', async (role: Role) => {
  const actor = staffOf(county, '某人', role);
  const reads = permits([role], 'payment-reason.read');
  if (permits([role], 'voucher.read')) {
    const told = JSON.stringify(await funds.ask(actor, asked()));
    for (const what of ['大病', '条款', '提出', '不同意', '再提']) expect([what, told.includes(`${what}${planted}`)]).toEqual([what, reads]);
  }
  const timeline = JSON.stringify(await funds.ask(actor, onTimeline()));
  const sees = permits([role], 'household.read') || permits([role], 'voucher.read');
  expect([timeline.includes(planted), timeline.includes(wordsOfOthers.zh)]).toEqual([sees && reads, sees && !reads]);
});

test('such words stand in no table, no audit entry and no event', async () => {
  const tables = await funds.inspect<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  );
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['aid_grant', 'grant_decision', 'audit_entry', 'outbox']));
  for (const { name } of tables) {
    const found = await funds.inspect(`select left(t::text, 300) as row from ${name} t where t::text like $1 limit 2`, [`%${planted}%`]);
    expect([name, found]).toEqual([name, []]);
  }
});

test('they are sealed anew where keys change, and read as before', async () => {
  const before = await funds.ask(finance, asked());
  const masters = masterKeys(readKey(funds.service.environment.FIELD_KEY, 'FIELD_KEY'));
  await rotateDataKey({ service: 'funds', ownerUrl: funds.databases.ownerUrl, masters, cipher: 'AES256GCM', learnMs: 0 });
  expect(await funds.ask(finance, asked())).toEqual(before);
});
