/** The most bytes of a name within an archive, in UTF-8: file systems allow 255, with the number of `uniqueNames`. */
const mostBytes = 200;
/** Names that Windows takes for devices, with or without an extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file name that every system can write, in no folder: without separators, control and other reserved characters,
 * and not longer than 200 bytes in UTF-8, its extension kept.
 */
export function entryName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '_')
    .trim()
    .replace(/^\.+|[. ]+$/g, '_');
  const { stem, extension } = partsOf(plain);
  // One byte is left for the prefix of a device name.
  const kept = withinBytes(stem, mostBytes - 1 - Buffer.byteLength(extension)) || '_';
  return device.test(kept + extension) ? `_${kept}${extension}` : kept + extension;
}

/** Makes each name of an archive unique, also without regard to case: 诊断.pdf, 诊断 (2).pdf. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  const nextNumbers = new Map<string, number>();
  return (wanted) => {
    const name = entryName(wanted);
    const { stem, extension } = partsOf(name);
    let unique = name;
    let number = nextNumbers.get(name.toLowerCase()) ?? 2;
    for (; taken.has(unique.toLowerCase()); number += 1) unique = `${stem} (${number})${extension}`;
    nextNumbers.set(name.toLowerCase(), number);
    taken.add(unique.toLowerCase());
    return unique;
  };
}

function partsOf(name: string): { readonly stem: string; readonly extension: string } {
  const extension = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - extension.length), extension };
}

/** The beginning of a text that takes at most `most` bytes in UTF-8, never half a character. */
function withinBytes(text: string, most: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(most));
  return text.slice(0, read);
}
