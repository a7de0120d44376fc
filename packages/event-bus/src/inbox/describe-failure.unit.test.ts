import { applicationApproved, makeEvent, newEventId } from '@nuangong/events';
import { describe, expect, it } from 'vitest';
import { describeFailure } from './describe-failure.ts';

const envelope = makeEvent(applicationApproved, applicationApproved.example, {
  id: newEventId(),
  time: new Date('2026-12-12T02:00:00Z'),
  organizationPath: '51/5101/510107/',
  actor: 'case-records',
  requestId: 'test',
});

function prismaError(message: string): Error {
  return Object.assign(new Error(message), { name: 'PrismaClientValidationError' });
}

const grantId = applicationApproved.example.grantId;

describe('why an event could not be handled', () => {
  it.each([
    [
      'a domain error',
      new Error(`no payee ${envelope.data['payeeName']} for ${grantId}`),
      `no payee *** for ${grantId}`,
    ],
    [
      'an error of PostgreSQL',
      new Error('invalid input syntax for type uuid: "张三"'),
      'invalid input syntax for type uuid: "***"',
    ],
    [
      'a unique key',
      new Error(
        'duplicate key value violates unique constraint "person_number": Key (name, number)=(张三, 5) already exists.',
      ),
      'duplicate key value violates unique constraint "person_number": Key (name, number)=(***) already exists.',
    ],
    [
      'a row',
      new Error('violates "grant_check"\nFailing row contains (7, 张三, (x)).'),
      'violates "grant_check"\nFailing row contains (***).',
    ],
    [
      'a client’s arguments',
      prismaError(
        'Invalid `tx.payee.create()` invocation:\n{ data: { name: "张三" } }\n\nArgument `bankAccount` is missing.',
      ),
      'Argument `bankAccount` is missing.',
    ],
    ['a parser', new SyntaxError('Unexpected token 张, "张三" is not valid JSON'), 'SyntaxError'],
    ['numbers of people', new Error('payee 51010719900101123X at 13800138000, of 325'), 'payee *** at ***, of 325'],
    ['a cause', new Error('not opened', { cause: new Error('no key for 13800138000') }), 'not opened: no key for ***'],
    ['a value that is not an error', 'withdrawn', 'withdrawn'],
    ['characters that no database stores', new Error(`a\u0000b${'x'.repeat(1_997)}𠮷`), `ab${'x'.repeat(1_997)}�`],
  ])('is told without quoting data: %s', (_, error, cause) => {
    expect(describeFailure(error, envelope).cause).toBe(cause);
  });

  it('keeps the stack places of the error and its causes, and none of their messages', () => {
    const error = new Error('first\n    at 张三 (somewhere)', { cause: new TypeError('王五') });
    const { stack } = describeFailure(error, envelope);
    expect(stack).toMatch(/^Error\n {4}at .*describe-failure\.unit\.test\.ts\S*:\d+:\d+/u);
    expect(stack).toContain('caused by TypeError\n    at ');
    expect(stack).not.toMatch(/张三|王五|first/u);
    expect(describeFailure('words', envelope).stack).toBeNull();
  });
});
