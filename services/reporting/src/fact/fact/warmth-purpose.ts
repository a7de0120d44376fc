/** What funds and policies call the purpose of sending warmth. */
const sendingWarmth = '送温暖';

/** Whether money of these purposes may be for sending warmth; what tells no purpose is not. */
export function isForWarmth(purposes: readonly string[] | undefined): boolean {
  return purposes?.some((purpose) => purpose.includes(sendingWarmth)) ?? false;
}
