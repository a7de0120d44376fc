import { defineMessages } from '../../base/i18n/define-messages.ts';

export const departmentMessages = defineMessages(
  {
    departments: {
      departments: '协作部门',
      noDepartments: '没有协作部门',
      register: '登记协作部门',
      change: '变更部门',
      close: '停用部门',
      closeConsequence: '最后一日之后不再与%{name}协作；须先停用其联系人',
      contacts: '联系人',
      noContacts: '没有联系人',
      registerContact: '登记联系人',
      changeContact: '变更联系人',
      closeContact: '停用联系人',
      closeContactConsequence: '最后一日之后%{name}不再是联系人',
      of: '所在部门',
      ownContact: '本单位',
    },
  },
  {
    departments: {
      departments: 'Departments',
      noDepartments: 'No departments',
      register: 'Register department',
      change: 'Change department',
      close: 'Close department',
      closeConsequence: '%{name} is no longer asked after the last day; first close its contacts',
      contacts: 'Contacts',
      noContacts: 'No contacts',
      registerContact: 'Register contact',
      changeContact: 'Change contact',
      closeContact: 'Close contact',
      closeContactConsequence: '%{name} is no longer a contact after the last day',
      of: 'Department',
      ownContact: 'Own organisation',
    },
  },
);
