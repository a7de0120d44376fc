import { describe, expect, it } from 'vitest';
import { parseId } from './brand.ts';
import { collectProblems, combineAll, combineFields, ok, problem, refuse, valueOf } from './result.ts';

const missing = problem('MISSING', { zh: '缺少', en: 'Missing' });
const late = problem('LATE', { zh: '已过期', en: 'Late' }, 'day');

describe('results', () => {
  it('combine the fields of an input, naming the field of each problem', () => {
    expect(combineFields({ name: ok('张三'), size: ok(3) })).toEqual(ok({ name: '张三', size: 3 }));
    expect(combineFields({ name: refuse(missing), day: refuse(late), size: ok(3) })).toEqual(
      refuse({ ...missing, field: 'name' }, late),
    );
  });

  it('combine lists and collect every problem', () => {
    expect(combineAll([ok(1), ok(2)])).toEqual(ok([1, 2]));
    expect(combineAll([ok(1), refuse(missing), refuse(late)])).toEqual(refuse(missing, late));
    expect(collectProblems([ok(1), refuse(missing, late)])).toEqual([missing, late]);
  });

  it('are never a refusal without a reason', () => {
    expect(() => refuse()).toThrow('at least one problem');
    expect(() => valueOf(refuse(missing))).toThrow('MISSING');
  });
});

describe('parseId', () => {
  it('reads a UUID in lower case and refuses other text', () => {
    expect(parseId<'HouseholdId'>('0191B3C4-0000-7000-8000-00000000000A')).toEqual(
      ok('0191b3c4-0000-7000-8000-00000000000a'),
    );
    expect(parseId<'HouseholdId'>('17', 'household')).toMatchObject({
      problems: [{ code: 'ID_MALFORMED', field: 'household' }],
    });
  });
});
