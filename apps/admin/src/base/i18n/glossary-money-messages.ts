import { defineMessages } from './define-messages.ts';

/** The glossary's enumerated terms of money, as screens and paper say them. */
export const glossaryMoneyMessages = defineMessages(
  {
    fundSource: {
      CENTRAL_FISCAL: '中央财政',
      PROVINCIAL_FISCAL: '省级财政',
      LOCAL_FISCAL: '地方财政',
      UNION: '工会经费',
      DONATION: '社会捐助',
      OTHER: '其他',
    },
    grantStatus: {
      COMMITTED: '已占用',
      AWAITING_FUNDS: '待资金',
      IN_BATCH: '已编批次',
      PAID: '已发放',
      RELEASED: '已撤销',
      HELD: '暂缓发放',
    },
    grantHoldCause: { EXITED: '档案已退出', SUSPENDED: '档案已暂停', RETURNED: '退汇，待更正或确认账号' },
    grantDecisionKind: { PAY_ON: '继续发放', RELEASE: '撤销救助' },
    grantDecisionStatus: { PROPOSED: '待确认', CARRIED_OUT: '已确认', REFUSED: '不同意' },
    returnClaimStatus: { WAITING: '退汇待确认', CONFIRMED: '退汇已确认', REFUSED: '未确认为退汇' },
    batchStatus: { PREPARED: '待复核', APPROVED: '待发放', PAID: '已发放', RETURNED: '已退回' },
    allocationStatus: { IN_TRANSIT: '在途', RECEIVED: '已收款' },
    matchingRequirement: { NONE: '无配套', EQUAL: '等额配套', RATIO: '按比例配套' },
    accountKind: { ASSET: '资产', LIABILITY: '负债', NET_ASSETS: '净资产', INCOME: '收入', EXPENSE: '支出' },
  },
  {
    fundSource: {
      CENTRAL_FISCAL: 'Central fiscal',
      PROVINCIAL_FISCAL: 'Provincial fiscal',
      LOCAL_FISCAL: 'Local fiscal',
      UNION: 'Union',
      DONATION: 'Donation',
      OTHER: 'Other',
    },
    grantStatus: {
      COMMITTED: 'Committed',
      AWAITING_FUNDS: 'Awaiting funds',
      IN_BATCH: 'In a batch',
      PAID: 'Paid',
      RELEASED: 'Released',
      HELD: 'On hold',
    },
    grantHoldCause: {
      EXITED: 'File exited',
      SUSPENDED: 'File suspended',
      RETURNED: 'Returned by the bank; correct or confirm the account',
    },
    grantDecisionKind: { PAY_ON: 'Continue payment', RELEASE: 'Release the money' },
    grantDecisionStatus: { PROPOSED: 'Awaiting confirmation', CARRIED_OUT: 'Confirmed', REFUSED: 'Declined' },
    returnClaimStatus: {
      WAITING: 'Returned payment awaiting confirmation',
      CONFIRMED: 'Returned payment confirmed',
      REFUSED: 'Returned payment declined',
    },
    batchStatus: { PREPARED: 'Awaiting approval', APPROVED: 'Awaiting payment', PAID: 'Paid', RETURNED: 'Returned' },
    allocationStatus: { IN_TRANSIT: 'In transit', RECEIVED: 'Received' },
    matchingRequirement: { NONE: 'No matching', EQUAL: 'Equal matching', RATIO: 'Matching by ratio' },
    accountKind: {
      ASSET: 'Asset',
      LIABILITY: 'Liability',
      NET_ASSETS: 'Net assets',
      INCOME: 'Income',
      EXPENSE: 'Expense',
    },
  },
);
