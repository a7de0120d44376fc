/** Whether a built-in format shows a date or a time (ECMA-376 18.8.30, with those of Chinese Excel and WPS). */
export const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The longest format code that Excel writes, in characters. */
const LONGEST_FORMAT = 255;

/** Whether a format code shows a date: d, m, y, h, s, or e outside quotes, escapes and brackets. */
export function showsDate(formatCode: string): boolean {
  const bare = formatCode
    .slice(0, LONGEST_FORMAT)
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/[\\_*]./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  const section = bare.split(';')[0] ?? '';
  if (/general/i.test(section)) return false;
  return /[dmyhs]/i.test(section) || /e+(?![+-])/.test(section);
}

const DAY = 86_400_000;
/** The day after 9999-12-31 as a serial number. */
const SERIAL_END = 2_958_466;

/**
 * Date and time of a serial number: days since 1899-12-30 (with Excel's nonexistent 1900-02-29), or since 1904-01-01,
 * which is day 0, in workbooks of old Macs. Undefined below the first day (only a time) and beyond the year 9999.
 */
export function serialDate(serial: number, since1904: boolean): { date: string; time: string } | undefined {
  if (!(serial >= (since1904 ? 0 : 1) && serial < SERIAL_END)) return undefined;
  const days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (!since1904 && Math.floor(serial) === 60) return undefined;
  const seconds = Math.round(days * 86_400);
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.floor(seconds / 86_400) * DAY).toISOString();
  const rest = seconds % 86_400;
  const two = (part: number): string => String(part).padStart(2, '0');
  return {
    date: iso.slice(0, 10),
    time: `${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`,
  };
}
