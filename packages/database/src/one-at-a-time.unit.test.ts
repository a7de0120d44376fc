import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

/** A connection like that of node-pg 9: it refuses a statement while another one runs. */
function connection() {
  const ran: string[] = [];
  let running = false;
  const send = async (sql: unknown): Promise<string> => {
    if (running) throw new Error('the connection is running a statement');
    running = true;
    await new Promise((resolve) => setImmediate(resolve));
    running = false;
    ran.push(String(sql));
    if (sql === 'second') throw new Error('refused by the database');
    return String(sql);
  };
  return { ran, send };
}

test('given concurrent statements, when one is refused, then each ran alone, in order', async () => {
  const { ran, send } = connection();
  const query = oneAtATime(send as (...parameters: unknown[]) => unknown);
  const answers = await Promise.allSettled(['first', 'second', 'third'].map((sql) => query(sql)));
  expect(ran).toEqual(['first', 'second', 'third']);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await query('fourth')).toBe('fourth');
});

test('given a stream or a callback, then it is passed on immediately with its own answer', () => {
  const given: unknown[][] = [];
  const query = oneAtATime((...parameters) => {
    given.push(parameters);
    return parameters[0];
  });
  const stream = { submit: () => undefined };
  const callback = () => undefined;
  expect(query(stream)).toBe(stream);
  expect(query('select 1', [], callback)).toBe('select 1');
  expect(given).toEqual([[stream], ['select 1', [], callback]]);
});
