import { expect, test } from 'vitest';
import { createLogger } from './logger.ts';

function linesOf(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger('test', 'trace', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

const number = '51010119750101010X';
const phone = '18586594364';

test('a database error is logged with its kind, code, constraint and place, without its values', () => {
  const refused = Object.assign(new Error(`invalid input syntax for type uuid: "${number}"`), {
    code: '22P02',
    constraint: 'person_identity',
    table: 'person',
    detail: `Key (name, phone)=(周艳明, ${phone}) already exists.`,
    where: `unnamed portal parameter $1 = '${phone}'`,
    parameters: [number, phone],
  });
  const thrown = new Error(`Invalid \`prisma.person.create()\` invocation: { name: "周艳明", phone: "${phone}" }`, {
    cause: refused,
  });
  const written = linesOf((logger) => logger.error({ err: thrown, number: 'abc' }, 'unexpected error'));
  for (const kept of [
    '22P02',
    'person_identity',
    '"table":"person"',
    'logger.unit.test',
    'prisma.person.create',
    'abc',
  ]) {
    expect(written).toContain(kept);
  }
  for (const value of [number, phone, '周艳明']) expect(written).not.toContain(value);
});

test('thrown values that are not errors, and nested errors, are logged too', () => {
  const written = linesOf((logger) => logger.warn({ err: `gave up on ${phone}` }, 'x'));
  expect(written).toContain('gave up on');
  expect(written).not.toContain(phone);
  const endless = new Error('endless');
  endless.cause = endless;
  expect(linesOf((logger) => logger.warn({ err: endless }, 'x')).match(/endless/g)?.length).toBeLessThan(6);
});

test('headers are not logged, wherever a library puts them', () => {
  const headers = { authorization: 'Bearer secret', cookie: 'secret' };
  const written = linesOf((logger) =>
    logger.trace({ headers, busboyOptions: { headers }, a: { b: { headers } } }, 'x'),
  );
  expect(written).not.toContain('secret');
});

test('a request is logged by its number and method, since its address and headers may hold anything', () => {
  const req = {
    id: 'r1',
    method: 'GET',
    url: `/households?search=${number}`,
    headers: { authorization: 'Bearer secret' },
  };
  const written = linesOf((logger) => logger.info({ req }, 'x'));
  expect(written).toContain('r1');
  expect(written).not.toMatch(/510101|secret/);
});
