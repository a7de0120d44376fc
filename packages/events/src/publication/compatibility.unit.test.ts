import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sensitive } from '../fields.ts';
import { incompatibilities } from './compatibility.ts';
import type { JsonSchema } from './json-schemas.ts';

const published = z.object({
  grantId: z.guid(),
  amountFen: z.string(),
  mark: z.enum(['HEATING', 'HOLIDAY_VISIT']).nullable(),
  note: z.string().optional(),
  parts: z.array(z.object({ fundId: z.guid() })),
});

function compare(next: z.ZodObject): readonly string[] {
  const json = (schema: z.ZodObject) => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  return incompatibilities(json(published), json(next));
}

describe('the next shape of a published contract', () => {
  it('may stay the same, and may gain optional fields at any depth', () => {
    expect(compare(published)).toEqual([]);
    const part = z.object({ fundId: z.guid(), source: z.string().optional() });
    expect(compare(published.extend({ remark: z.string().optional(), parts: z.array(part) }))).toEqual([]);
  });

  it('may change its descriptions', () => {
    expect(compare(published.extend({ grantId: z.guid().describe('the grant') }))).toEqual([]);
  });

  it('may be declared sensitive, which changes nothing on the wire', () => {
    expect(compare(published.extend({ note: sensitive(z.string()).optional() }))).toEqual([]);
  });

  it.each([
    ['loses a field', published.omit({ amountFen: true }), 'data.amountFen was removed'],
    ['gains a required field', published.extend({ paidOn: z.iso.date() }), 'data.paidOn is newly required'],
    ['makes an optional field required', published.extend({ note: z.string() }), 'data.note is newly required'],
    [
      'no longer promises a field',
      published.extend({ amountFen: z.string().optional() }),
      'data.amountFen is no longer always there',
    ],
    [
      'retypes a field',
      published.extend({ amountFen: z.number() }),
      'data.amountFen changed its type from "string" to "number"',
    ],
    [
      'removes a value of an enumeration',
      published.extend({ mark: z.enum(['HEATING']).nullable() }),
      'data.mark changed its enum from ["HEATING","HOLIDAY_VISIT"] to ["HEATING"]',
    ],
    [
      'retypes a field of a list',
      published.extend({ parts: z.array(z.object({ fundId: z.number() })) }),
      'data.parts[].fundId changed its type from "string" to "number"',
    ],
    [
      'requires more inside a list',
      published.extend({ parts: z.array(z.object({ fundId: z.guid(), source: z.string() })) }),
      'data.parts[].source is newly required',
    ],
  ])('may not be one that %s', (_, next, broken) => {
    expect(compare(next)).toContain(broken);
  });
});
