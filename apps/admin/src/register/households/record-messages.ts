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
      SAME_PERSON_SUSPECTED: '户中有人可能与另一户的人是同一人。',
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
      all: 'All marks',
      UNTOUCHED_DRAFT: 'Inactive draft',
      LET_GO: 'Registered by another unit',
      PAYMENT_RETURNED: 'Payment returned: correct the payee',
      PAYEE_CORRECTION_WAITING: 'Payee correction to confirm',
      SAME_PERSON_SUSPECTED: 'Suspected duplicate',
      NAME_DIFFERS_ELSEWHERE: 'Name differs in another county',
    },
    markMeans: {
      UNTOUCHED_DRAFT:
        'This draft has not been changed for 30 days; other units can now register its people. To continue, change it or submit it.',
      LET_GO:
        'This draft was not changed for a long time and another unit has registered its people. Contact that unit, or leave the draft.',
      PAYMENT_RETURNED:
        'The bank returned a payment to this household. Check the account: correct the payee, or state that the account is right. Payment resumes once another person confirms.',
      PAYEE_CORRECTION_WAITING: 'A payee correction awaits confirmation by another person.',
      SAME_PERSON_SUSPECTED: 'Somebody of the household may also be in another one.',
      NAME_DIFFERS_ELSEWHERE:
        'Another county has a different name under this identity number; the city decides. Check the document and correct the name if it is wrong here.',
    },
    move: {
      record: 'Move out',
      recordOf: 'Record that %{name} moved out',
      consequence:
        'The person can then head or join another household. The date, the reason and who recorded it are kept.',
      reason: 'Reason',
      reasons: { MARRIAGE: 'Marriage', SEPARATION: 'Separation', HEAD_DIED: 'Death of the head', OTHER: 'Other' },
      movedOn: 'Moved out on',
      successor: 'New head of household',
      why: 'Details',
      whyHelp: 'For example: married, registered at another address',
      done: '%{name} has moved out',
    },
    nameChoice: {
      which: 'Which name is right?',
      known: 'The registered name is right',
      typed: 'The name entered now, “%{name}”, is right',
      why: 'Reason',
      whyHelp: 'For example: as on the identity card; the earlier name is kept',
    },
  },
);
