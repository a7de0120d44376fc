import { defineMessages } from '../i18n/define-messages.ts';

export const dibaoLineMessages = defineMessages(
  {
    dibaoLines: {
      title: '低保线',
      lead: '困难类别按登记或修改当日生效的低保线判定；没有自己的线的单位用上级的',
      organization: '工会组织',
      from: '生效日期',
      monthlyPerCapita: '低保线（元/人·月）',
      amount: '低保线',
      amountHelp: '每人每月，以当地民政部门公布的为准',
      marginFactor: '边缘系数',
      marginFactorHelp: '如 1.5：人均月收入高于低保线、不超过其 1.5 倍的为低保边缘',
      set: '设定低保线',
      setConsequence: '自生效日期起，%{organization}的户在登记或修改时按此线判定；已判定的户到下次修改时再判。',
      done: '低保线已设定，%{from} 起生效',
      emptyTitle: '还没有低保线',
      emptyWhy: '没有低保线时不能判定困难类别。按当地民政部门公布的标准设定。',
    },
  },
  {
    dibaoLines: {
      title: 'Dibao lines',
      lead:
        'Hardship is judged by the line in force on the day of registering or changing; a unit without one uses ' +
        'its superior’s',
      organization: 'Union organisation',
      from: 'In force from',
      monthlyPerCapita: 'Line (yuan per head and month)',
      amount: 'Dibao line',
      amountHelp: 'Per head and month, as the civil affairs office announced it',
      marginFactor: 'Margin factor',
      marginFactorHelp: 'Such as 1.5: income per head above the line, up to one and a half times, is marginal',
      set: 'Set the dibao line',
      setConsequence:
        'From that day on, households of %{organization} are judged by it when registered or changed; those judged ' +
        'already, at their next change.',
      done: 'The dibao line is set, in force from %{from}',
      emptyTitle: 'No dibao line yet',
      emptyWhy: 'Without one no hardship class can be told. Set what the civil affairs office announced.',
    },
  },
);
