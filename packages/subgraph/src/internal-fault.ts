/**
 * A new number for an unexpected fault, and the message to the client with it; the log has the details under the
 * number.
 */
export function internalFault(): { readonly number: string; readonly zh: string; readonly en: string } {
  const number = crypto.randomUUID().slice(0, 8);
  return {
    number,
    zh: `系统内部出错，已记录，编号 ${number}；稍后重试，仍不行时把编号告诉管理员`,
    en: `Internal error, recorded as ${number}. Try again later, or give the number to the administrator.`,
  };
}
