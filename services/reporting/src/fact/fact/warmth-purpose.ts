/** The purpose of Sending Warmth as funds and policies name it. */
const sendingWarmth = '送温暖';

/** Whether money of these purposes may be for Sending Warmth; money without a purpose is not. */
export function isForWarmth(purposes: readonly string[] | undefined): boolean {
  return purposes?.some((purpose) => purpose.includes(sendingWarmth)) ?? false;
}
