import { defineMessages } from '../../base/i18n/define-messages.ts';

export const householdRecordMessages = defineMessages(
  {
    mark: {
      mark: '标记',
      all: '不限标记',
      UNTOUCHED_DRAFT: '草稿久未办理',
      LET_GO: '人员已在别处登记',
      PAYMENT_RETURNED: '退汇，待更正收款信息',
      PAYEE_CORRECTION_WAITING: '收款信息待确认',
      SAME_PERSON_SUSPECTED: '疑似重复',
      NAME_DIFFERS_ELSEWHERE: '姓名与外县不同',
    },
    markMeans: {
      UNTOUCHED_DRAFT: '此草稿超过 30 天没有办理，不再妨碍其他单位登记其中人员。继续办理的，修改或提交即可。',
      LET_GO: '此草稿久未办理，其中人员已由其他单位登记。核对后与对方联系，或不再办理。',
      PAYMENT_RETURNED: '银行退回了本户的款。核对银行账号后更正收款信息，或确认账户无误，经他人确认后重新发放。',
      PAYEE_CORRECTION_WAITING: '收款信息更正待他人确认。',
      SAME_PERSON_SUSPECTED: '户主可能与另一户的户主是同一人。',
      NAME_DIFFERS_ELSEWHERE: '外县登记的姓名与本县不同，由市级核定；本县核对证件，有误的更正。',
    },
    move: {
      record: '转出',
      recordOf: '办理 %{name} 转出',
      consequence: '转出后，此人可以另立户或加入其他家庭。日期、原因和经办人留存。',
      reason: '转出原因',
      reasons: { MARRIAGE: '婚嫁', SEPARATION: '分户', HEAD_DIED: '户主死亡', OTHER: '其他' },
      movedOn: '转出日期',
      successor: '新的户主',
      why: '情况说明',
      whyHelp: '如：出嫁，户口已迁出',
      done: '%{name} 已转出',
    },
    nameChoice: {
      which: '哪个姓名正确',
      known: '已登记的姓名正确',
      typed: '本次填写的“%{name}”正确',
      why: '改名理由',
      whyHelp: '如：按身份证改正；原姓名留存',
    },
  },
  {
    mark: {
      mark: 'Mark',
      all: 'Any mark',
      UNTOUCHED_DRAFT: 'Untouched draft',
      LET_GO: 'Entered elsewhere',
      PAYMENT_RETURNED: 'Payment returned: correct the payee',
      PAYEE_CORRECTION_WAITING: 'Payee to be confirmed',
      SAME_PERSON_SUSPECTED: 'Perhaps a double',
      NAME_DIFFERS_ELSEWHERE: 'Named otherwise elsewhere',
    },
    markMeans: {
      UNTOUCHED_DRAFT:
        'Nobody touched this draft for 30 days: it no longer keeps others from entering its people. To go on, change or submit it.',
      LET_GO: 'This draft lay untouched, and its people were entered by another unit. Ask them, or leave it.',
      PAYMENT_RETURNED:
        'The bank returned a payment of this household. Check the account: correct the payee, or say that the account is right. It is paid again once another has confirmed it.',
      PAYEE_CORRECTION_WAITING: 'A correction of the payee waits for another to confirm it.',
      SAME_PERSON_SUSPECTED: 'The head may be the head of another household too.',
      NAME_DIFFERS_ELSEWHERE:
        'Another county spells a name otherwise; the city decides. Check the document here, and correct it where it is wrong.',
    },
    move: {
      record: 'Move out',
      recordOf: 'Record that %{name} left',
      consequence: 'They may then head or join another household. Day, reason and who recorded it are kept.',
      reason: 'Why they left',
      reasons: { MARRIAGE: 'Marriage', SEPARATION: 'Separation', HEAD_DIED: 'Death of the head', OTHER: 'Other' },
      movedOn: 'Left on',
      successor: 'Who heads the household now',
      why: 'What happened',
      whyHelp: 'Such as: married, registered elsewhere',
      done: '%{name} has left the household',
    },
    nameChoice: {
      which: 'Which name is right',
      known: 'The registered name is right',
      typed: '“%{name}”, typed now, is right',
      why: 'Why',
      whyHelp: 'Such as: by the identity card; the former name is kept',
    },
  },
);
