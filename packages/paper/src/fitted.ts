/** The room for a text, in points. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The line height that documents set, times the font's own ascent and descent (Noto Sans SC: 1.448 em). */
const lineHeight = 1.15 * 1.448;
/** Below this nobody reads print. */
const smallest = 4.5;

/**
 * A text in the largest size, at most `size` points, in which it fits its box; what does not fit even in the smallest
 * readable size is cut, ending with an ellipsis. A document for pdfmake.
 */
export function fitted(text: string, box: Box, size: number): { readonly text: string; readonly fontSize: number } {
  for (let fontSize = size; fontSize >= smallest; fontSize -= 0.5) {
    if (charactersThatFit(text, box, fontSize) === undefined) return { text, fontSize };
  }
  const most = charactersThatFit(text, box, smallest) ?? 0;
  return { text: `${[...text].slice(0, Math.max(0, most - 1)).join('')}…`, fontSize: smallest };
}

/** How many characters fit; undefined where all of them do. */
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

/** In ems, never less than it is: words of letters and digits are not broken, and so need a little more. */
function widthOf(character: string): number {
  return (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.7 : 1.02;
}
