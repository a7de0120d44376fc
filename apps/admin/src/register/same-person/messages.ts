import { defineMessages } from '../../base/i18n/define-messages.ts';

export const samePersonMessages = defineMessages(
  {
    samePerson: {
      title: '疑似同一人',
      sameAs: '户主与%{who}姓名、出生日期、%{what}相同，证件号码不同',
      householdOf: '本单位%{name}户',
      elsewhere: '其他单位一户的户主',
      phone: '电话',
      account: '银行账号',
      answer: '写明核实结论',
      help: '写明核对了哪些证件、结论是什么',
      consequence: '核对两份证件和户口本后写明：是否同一人、凭什么认定。结论随档案保留，审批和发放时可见。',
      reasonTwins: '已核对户口本，为不同的两人',
      reasonSame: '已核实为同一人，本户不再救助',
      answered: '已核实：%{why}（%{name}，%{at}）',
      kept: '核实结论已保存',
    },
  },
  {
    samePerson: {
      title: 'Suspected duplicate',
      sameAs: 'The head has the same name, birth date and %{what} as %{who}, under a different identity number',
      householdOf: 'the head of %{name}’s household in this unit',
      elsewhere: 'the head of a household in another unit',
      phone: 'telephone',
      account: 'bank account',
      answer: 'Record the finding',
      help: 'State which documents you compared, and the conclusion',
      consequence:
        'Compare both documents and the household register, then state whether they are the same person and how you know. The finding is kept with the file and shown at approval and payment.',
      reasonTwins: 'Household register checked: two different people',
      reasonSame: 'Verified as the same person; no further aid to this household',
      answered: 'Verified: %{why} (%{name}, %{at})',
      kept: 'Finding saved',
    },
  },
);
