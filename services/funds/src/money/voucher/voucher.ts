/** The number printed on a voucher: `510101-202612-000012`. The same as the database's `voucher_label`. */
export function voucherNumber(organizationCode: string, month: number, number: number): string {
  return `${organizationCode}-${month}-${String(number).padStart(6, '0')}`;
}
