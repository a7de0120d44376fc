import { expect, it } from 'vitest';
import { maskBankAccount, maskIdentityNumber, maskName, maskPhone } from './masking.ts';

it.each([
  [maskIdentityNumber('36042619910102009X'), '3**************X'],
  [maskIdentityNumber('3X'), '**'],
  [maskPhone('18586594364'), '185****4364'],
  [maskPhone('12345'), '****'],
  [maskBankAccount('6222 0212 3456 7890'), '****7890'],
  [maskBankAccount('1234'), '****'],
  [maskName('张三'), '张*'],
  [maskName('张三丰'), '张**'],
  [maskName('欧阳娜娜'), '欧阳**'],
  [maskName('欧阳'), '欧*'],
  [maskName('张'), '*'],
  [maskName(''), ''],
])('masks as %s', (masked, expected) => {
  expect(masked).toBe(expected);
});
