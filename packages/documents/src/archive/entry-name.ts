import { cutText } from '@nuangong/primitives';

/** The most characters of a name within an archive. */
const longest = 120;
/** Names that Windows takes for devices, with or without an extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file name that every system can write, in no folder: without separators, control and other reserved characters,
 * and not longer than 120 characters, its extension kept.
 */
export function entryName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '_')
    .trim()
    .replace(/^\.+|[. ]+$/g, '_');
  const extension = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? '';
  const stem = cutText(plain.slice(0, plain.length - extension.length), longest - extension.length) || '_';
  return device.test(stem + extension) ? `_${stem}${extension}` : stem + extension;
}

/** Makes each name of an archive unique, whether capitals matter to a system or not: 诊断.pdf, 诊断 (2).pdf. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const name = entryName(wanted);
    const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
    const stem = name.slice(0, name.length - extension.length);
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${stem} (${number})${extension}`;
    taken.add(unique.toLowerCase());
    return unique;
  };
}
