import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPostgresReader } from './postgres-messages.ts';

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const typed = (type: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
const startup = Buffer.concat([int32(12), int32(196_608), int32(0)]);
const simple = (sql: string): Buffer => typed('Q', Buffer.from(`${sql}\0`));
const prepared = (sql: string, name = ''): Buffer => typed('P', Buffer.from(`${name}\0${sql}\0\0\0`));
const bound = (name: string): Buffer => typed('B', Buffer.from(`portal\0${name}\0\0\0\0\0\0\0`));
const sync = typed('S', Buffer.alloc(0));

const conversation = Buffer.concat([
  startup,
  simple('BEGIN'),
  prepared('insert into outbox (key) values ($1)'),
  sync,
  simple('COMMIT'),
  prepared('begin'),
  simple('select 汉字'),
  prepared('update outbox', 'mark'),
  sync,
  bound('mark'),
  bound(''),
  bound('mark'),
]);

function readInPieces(cuts: readonly number[]) {
  const read = createPostgresReader();
  const at = [0, ...cuts.map((cut) => cut % conversation.length).toSorted((one, other) => one - other)];
  const messages = at.flatMap((from, place) => [...read(conversation.subarray(from, at[place + 1]))]);
  return {
    bytes: Buffer.concat(messages.map((message) => message.bytes)),
    statements: messages.flatMap(({ sent }) => (sent.kind === 'SQL' ? [[sent.text, sent.earlier]] : [])),
  };
}

test('messages are read the same however the bytes are split, and every byte is forwarded', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 30 }), (cuts) => {
      const { bytes, statements } = readInPieces(cuts);
      expect(bytes.equals(conversation)).toBe(true);
      expect(statements).toEqual([
        ['BEGIN', []],
        ['insert into outbox (key) values ($1)', ['BEGIN']],
        ['COMMIT', ['BEGIN', 'insert into outbox (key) values ($1)']],
        ['begin', []],
        ['select 汉字', ['begin']],
        ['update outbox', ['begin', 'select 汉字']],
        ['update outbox', ['begin', 'select 汉字', 'update outbox']],
      ]);
    }),
  );
});
