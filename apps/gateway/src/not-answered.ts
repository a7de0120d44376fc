/** A part of the system does not answer; the same query can be sent again. */
export const notAnswered = {
  zh: '系统的一部分没有及时答复，缺少的内容稍后刷新再看',
  en: 'A part of the system did not answer in time. Refresh later to see what is missing.',
} as const;

/** The same for a command: it is not known whether it was carried out. */
export const perhapsCarriedOut = {
  zh: '系统没有及时答复，这一步可能已经办成；先刷新查看结果，没有办成再重做',
  en: 'The system did not answer in time; this step may have been carried out. Refresh and look before doing it again.',
} as const;
