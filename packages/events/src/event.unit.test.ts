import { describe, expect, it } from 'vitest';
import { contracts } from './contracts.ts';
import type { EventContract } from './define-event.ts';
import { newEventId } from './event-id.ts';
import { makeEvent, readEvent, UnreadableEvent, type EventEnvelope } from './event.ts';
import { paymentMade } from './funds/payment-made.contract.ts';

const circumstances = {
  id: '01a2089b-a3e0-7cb5-a01e-26642bc44906',
  time: new Date('2026-12-12T02:00:00Z'),
  organizationPath: '51/5101/510107/',
  actor: '0197a000-0000-7000-8000-000000000090',
  requestId: 'request-1',
};

function travel(envelope: EventEnvelope): unknown {
  return JSON.parse(JSON.stringify(envelope));
}

function reasonOf(envelope: unknown): UnreadableEvent['reason'] | undefined {
  try {
    readEvent(envelope);
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableEvent) return error.reason;
    throw error;
  }
}

describe('an event', () => {
  it('is sent as a CloudEvents envelope, with money as digits', () => {
    const envelope = makeEvent(paymentMade, paymentMade.example, circumstances);
    expect(envelope).toMatchObject({
      specversion: '1.0',
      id: circumstances.id,
      type: 'nuangong.payment-made.v1',
      source: 'funds',
      subject: paymentMade.example.grantId,
      time: '2026-12-12T02:00:00.000Z',
      datacontenttype: 'application/json',
      organizationpath: '51/5101/510107/',
      requestid: 'request-1',
      actor: circumstances.actor,
      data: { amountFen: '30000' },
    });
  });

  it.each(Object.entries(contracts))('%s is read back unchanged', (name, contract: EventContract) => {
    const read = readEvent(travel(makeEvent(contract, contract.example, circumstances)));
    expect(`${contract.name}.v${contract.version}`).toBe(name);
    expect(read).toEqual({
      id: circumstances.id,
      type: contract.type,
      source: contract.topic,
      key: contract.key(contract.example),
      time: circumstances.time,
      organizationPath: circumstances.organizationPath,
      actor: circumstances.actor,
      requestId: circumstances.requestId,
      data: contract.example,
    });
  });

  it.each([
    ['a negative amount', { amountFen: -1n }],
    ['an amount beyond 18 digits', { amountFen: 10n ** 18n }],
    ['an impossible date', { paidOn: '2026-02-30' }],
    ['an invalid id', { householdId: '42' }],
  ])('is not created with %s', (_, wrong) => {
    expect(() => makeEvent(paymentMade, { ...paymentMade.example, ...wrong }, circumstances)).toThrow();
  });

  it('is read without the fields that its reader does not know', () => {
    const envelope = makeEvent(paymentMade, paymentMade.example, circumstances);
    expect(readEvent({ ...envelope, data: { ...envelope.data, fromTheFuture: 1 } }).data).toEqual(paymentMade.example);
  });

  it('says why it cannot be read', () => {
    const envelope = makeEvent(paymentMade, paymentMade.example, circumstances);
    expect(reasonOf('not an event')).toBe('NOT_AN_ENVELOPE');
    expect(reasonOf({ ...envelope, id: 'seven' })).toBe('NOT_AN_ENVELOPE');
    expect(reasonOf({ ...envelope, type: 'nuangong.moon-landed.v1' })).toBe('UNKNOWN_TYPE');
    expect(reasonOf({ ...envelope, type: 'nuangong.payment-made.v2' })).toBe('UNKNOWN_VERSION');
    expect(reasonOf({ ...envelope, data: { ...envelope.data, amountFen: '-1' } })).toBe('DATA_BREAKS_CONTRACT');
    expect(reasonOf({ ...envelope, data: { ...envelope.data, amountFen: 30_000 } })).toBe('DATA_BREAKS_CONTRACT');
  });
});

describe('an event id', () => {
  it('is a UUID of version 7 that begins with its time', () => {
    const id = newEventId(new Date(0x0123456789ab), new Uint8Array(10).fill(0xff));
    expect(id).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
  });

  it('is never the same twice', () => {
    const now = new Date();
    expect(new Set(Array.from({ length: 10_000 }, () => newEventId(now))).size).toBe(10_000);
  });
});
