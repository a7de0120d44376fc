import type { Brand } from './brand.ts';
import { ok, problem, refuse, type Result } from './result.ts';
import { withoutSpaces } from './typed-text.ts';

/**
 * A telephone number of the mainland: a mobile number's 11 digits, or a landline as 0854-8222333, with an extension as
 * 0854-8222333-801.
 */
export type PhoneNumber = Brand<string, 'PhoneNumber'>;

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(010|02\d|0[3-9]\d{2})-?([2-9]\d{6,7})(?:(?:-|转|ext\.?)(\d{1,6}))?$/i;

/**
 * Reads a telephone number as clerks write it: 185-8659-4364, +86 185 8659 4364, (0854)8222333, 0854-8222333转801.
 * Refuses with PHONE_AREA_CODE_MISSING (seven or eight digits) or PHONE_FORMAT.
 */
export function readPhone(text: string, options: { readonly field?: string } = {}): Result<PhoneNumber> {
  const { field } = options;
  const plain = withoutSpaces(text)
    .replace(/^'/, '')
    .replace(/^(?:\+|00)86-?/, '')
    .replace(/\((\d+)\)/, '$1-')
    .replace(/-+/g, '-');
  const digits = plain.replaceAll('-', '').replace(/^86(?=1\d{10}$)/, '');
  if (MOBILE.test(digits)) return ok(digits as PhoneNumber);
  const [, area, local, extension] = LANDLINE.exec(plain) ?? [];
  if (area !== undefined && local !== undefined && (area.length === 4 || local.length === 8)) {
    return ok(`${area}-${local}${extension === undefined ? '' : `-${extension}`}` as PhoneNumber);
  }
  if (/^[2-9]\d{6,7}$/.test(digits)) return refuse(problem('PHONE_AREA_CODE_MISSING', AREA_CODE_MESSAGE, field));
  return refuse(problem('PHONE_FORMAT', FORMAT_MESSAGE, field));
}

/** Whether it is a mobile number, which can receive messages. */
export function isMobile(phone: PhoneNumber): boolean {
  return MOBILE.test(phone);
}

const AREA_CODE_MESSAGE = {
  zh: '固定电话前须加区号，如 0854-8222333',
  en: 'Enter the landline with its area code, for example 0854-8222333',
};

const FORMAT_MESSAGE = {
  zh: '电话应为 11 位手机号，或区号加固定电话，如 0854-8222333，核对后重录',
  en: 'The telephone number must be a mobile number of 11 digits, or a landline with its area code, for example 0854-8222333',
};
