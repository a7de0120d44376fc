import chinese from 'nzh/cn';
import type { Fen } from './money.ts';

/**
 * An amount in the capital figures of vouchers (支付结算办法, appendix; 会计基础工作规范): 叁佰元整, 叁佰元伍角整, 叁佰元零伍分. 整 ends a whole
 * number of yuan or jiao and never follows 分; a run of zeros is one 零; 10 is 壹拾; an amount below zero starts with 负.
 * There is no 人民币 in front.
 */
export function amountInCapitals(amount: Fen): string {
  const size = amount < 0n ? -amount : amount;
  const sign = amount < 0n ? '负' : '';
  const yuan = size / 100n;
  const jiao = (size / 10n) % 10n;
  const fen = size % 10n;
  const yuanPart = yuan === 0n ? '' : `${capitals(yuan)}元`;
  if (jiao === 0n && fen === 0n) return `${sign}${yuanPart || '零元'}整`;
  if (fen === 0n) return `${sign}${yuanPart}${capitals(jiao)}角整`;
  if (jiao === 0n) return `${sign}${yuanPart}${yuanPart && '零'}${capitals(fen)}分`;
  return `${sign}${yuanPart}${capitals(jiao)}角${capitals(fen)}分`;
}

function capitals(count: bigint): string {
  return chinese.encodeB(count.toString());
}
