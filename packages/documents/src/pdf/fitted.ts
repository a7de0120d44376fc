/** The space for a text, in points. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The line height of documents, multiplied by the font's ascent and descent (Noto Sans SC: 1.448 em). */
const lineHeight = 1.15 * 1.448;
/** The smallest readable font size, in points. */
const smallest = 4.5;

/**
 * Sets a text in the largest size, at most `size` points, that fits its box; text that does not fit even in the
 * smallest readable size is cut, ending with an ellipsis. For use in a pdfmake document.
 */
export function fitted(text: string, box: Box, size: number): { readonly text: string; readonly fontSize: number } {
  for (let fontSize = size; fontSize >= smallest; fontSize -= 0.5) {
    if (charactersThatFit(text, box, fontSize) === undefined) return { text, fontSize };
  }
  const most = charactersThatFit(text, box, smallest) ?? 0;
  return { text: `${[...text].slice(0, Math.max(0, most - 1)).join('')}…`, fontSize: smallest };
}

/** How many characters fit; undefined if all of them do. */
function charactersThatFit(text: string, box: Box, fontSize: number): number | undefined {
  const lines = Math.floor(box.height / (fontSize * lineHeight));
  let line = 1;
  let used = 0;
  let characters = 0;
  for (const character of text) {
    const width = widthOf(character) * fontSize;
    if (character === '\n' || used + width > box.width) {
      line += 1;
      used = 0;
      if (line > lines) return characters;
    }
    used += width;
    characters += 1;
  }
  return lines < 1 ? 0 : undefined;
}

/** In ems, rounded up, because words of letters and digits are not broken and so need a little more space. */
function widthOf(character: string): number {
  return (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.7 : 1.02;
}
