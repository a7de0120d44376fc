import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contracts } from '../contracts.ts';
import { applicationApproved } from '../case-records/application-approved.contract.ts';
import type { EventContract } from '../define-event.ts';
import { makeEvent, readEvent, type EventEnvelope } from '../event.ts';
import { sensitiveMark, wordsElsewhere } from '../fields.ts';
import { exampleOf, jsonSchemaOf, type JsonSchema } from '../publication/json-schemas.ts';
import { hiddenTextsOf, maskEnvelope } from './mask-envelope.ts';

const all: readonly EventContract[] = Object.values(contracts);

function envelopeOf(contract: EventContract): EventEnvelope {
  return makeEvent(contract, contract.example, {
    id: '01a2089b-a3e0-7cb5-a01e-26642bc44906',
    time: new Date('2026-12-12T02:00:00Z'),
    organizationPath: '51/5101/510107/',
    actor: '0197a000-0000-7000-8000-000000000090',
    requestId: '0197a000-0000-7000-8000-000000000091',
  });
}

/** The payload with `put(path)` in every sensitive place of the schema. */
function fill(schema: JsonSchema, value: unknown, put: () => unknown): unknown {
  if (schema[sensitiveMark] === true) return put();
  const alternatives = schema['anyOf'] as readonly JsonSchema[] | undefined;
  if (alternatives) return value === null ? null : fill(alternatives[0] ?? {}, value, put);
  if (Array.isArray(value)) return value.map((each) => fill(schema['items'] as JsonSchema, each, put));
  if (typeof value !== 'object' || value === null) return value;
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>>;
  const filled = Object.entries(value).map(([name, each]) => [name, fill(properties[name] ?? {}, each, put)]);
  return Object.fromEntries(filled);
}

const secret = fc.oneof(
  fc.constantFrom('欧阳娜娜', '古丽巴哈尔·阿不都热依木', '510107199001011234', '13800138000'),
  fc.constantFrom('MAJOR_ILLNESS', 'DIED', '2001-02-03'),
  fc.string({ minLength: 2, unit: 'grapheme' }).filter((text) => text.trim().length > 1),
);

const withSecrets = fc.record({ contract: fc.constantFrom(...all), secrets: fc.array(secret, { minLength: 1 }) });

/** Ways to break a payload's contract, or to make the contract unknown. */
const breaks: Readonly<Record<string, (envelope: EventEnvelope) => unknown>> = {
  nothing: (envelope) => envelope,
  'a version not known': (envelope) => ({ ...envelope, type: envelope.type.replace(/\d+$/u, '9') }),
  'a type not known': (envelope) => ({ ...envelope, type: 'nuangong.moon-landed.v1' }),
  'no type': (envelope) => ({ ...envelope, type: undefined }),
  'a field retyped': (envelope) => ({ ...envelope, data: { ...envelope.data, organization: 7 } }),
  'a list of payloads': (envelope) => [envelope, [envelope.data]],
  'a payload wrapped once more': (envelope) => ({ ...envelope, data: { data: envelope.data } }),
};

/** The texts of a value: its keys and leaves. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsOf(each)]);
}

describe('a masked event', () => {
  it.each(Object.entries(breaks))('shows nothing of a sensitive field, with any content: %s', (_, broken) => {
    fc.assert(
      fc.property(withSecrets, ({ contract, secrets }) => {
        const envelope = envelopeOf(contract);
        const attributes = broken({ ...envelope, data: {} });
        const others = new Set([
          ...textsOf(fill(jsonSchemaOf(contract), exampleOf(contract), () => null)),
          ...textsOf(attributes),
        ]);
        const put = secrets.filter((text) => ![...others].some((other) => other.includes(text)));
        const data = fill(jsonSchemaOf(contract), exampleOf(contract), () => (put.length === 1 ? put[0] : [...put]));
        const masked = textsOf(maskEnvelope(broken({ ...envelope, data: data as EventEnvelope['data'] })));
        const shown = put.filter((text) => text.length > 3 && masked.some((each) => each.includes(text)));
        expect(shown).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps everything else of a valid payload, so that a reader can tell which record it is about', () => {
    const masked = maskEnvelope(envelopeOf(applicationApproved)) as EventEnvelope;
    const plain = { amountFen: '30000', unitName: '蓉城机械厂工会' };
    expect(masked).toMatchObject({ ...envelopeOf(applicationApproved), data: plain });
    expect(masked.data).toMatchObject({
      payeeName: '***',
      sealedPayee: '***',
      reason: '***',
      approvedBy: { id: '0197a000-0000-7000-8000-000000000090', name: '***' },
    });
  });

  it('keeps of an unknown event only values whose shape cannot name a person', () => {
    const plain = { caseId: '0197a000-0000-7000-8000-000000000090', on: '2026-12-12', kind: 'MOON', size: 12 };
    const telling = { who: '张三', phone: 13_800_138_000, account: '6222020200112233', 王五的手机: 1 };
    const type = 'nuangong.moon-landed.v1';
    expect(maskEnvelope({ type, requestid: '张三', data: { ...plain, ...telling } })).toEqual({
      type,
      requestid: '***',
      data: { ...plain, who: '***', phone: '***', account: '***', '***8': 1 },
    });
    expect(maskEnvelope('张三')).toBe('***');
    expect(maskEnvelope(null)).toBeNull();
  });

  it('lists what it hides, longest first, so that it can be removed from an error message', () => {
    const hidden = hiddenTextsOf(envelopeOf(applicationApproved));
    expect(hidden).toContain('王某');
    expect(hidden).toContain(wordsElsewhere);
    const lengths = hidden.map((text) => text.length);
    expect(lengths).toEqual(lengths.toSorted((one, other) => other - one));
    expect(hidden).not.toContain('30000');
  });
});

describe('why an event cannot be read', () => {
  it('is described without its values, and without names that are not fields', () => {
    fc.assert(
      fc.property(withSecrets, fc.constantFrom('id', 'time', 'type', 'data'), ({ contract, secrets }, field) => {
        const text = `秘密${secrets.join('')}`;
        const envelope = envelopeOf(contract);
        const given = { ...envelope, [field]: text, data: { ...envelope.data, organization: text, [text]: text } };
        expect(messageOf(() => readEvent(given))).not.toContain('秘密');
      }),
      { numRuns: 60 },
    );
  });
});

function messageOf(read: () => unknown): string {
  try {
    read();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
