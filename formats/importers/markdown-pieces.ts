/** Articles are shorter than this; longer ones are read in pieces, because the parser slows down with length. */
const WHOLE_UTF16_UNITS = 50_000;
const PIECE_UTF16_UNITS = 8_000;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const OPENS_BLOCK = /^[^\s>*+\-\d]/;

/**
 * A very long Markdown text in pieces that mean the same apart: cut before a line that opens a block at the margin,
 * after a blank line, outside fenced code. (Link definitions reach their own piece only; their words stay.)
 */
export function splitMarkdown(text: string): string[] {
  if (text.length <= WHOLE_UTF16_UNITS) return [text];
  const pieces: string[] = [];
  let piece: string[] = [];
  let length = 0;
  let fence: string | null = null;
  let afterBlank = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (length > PIECE_UTF16_UNITS && fence === null && afterBlank && OPENS_BLOCK.test(line)) {
      pieces.push(piece.join("\n"));
      piece = [];
      length = 0;
    }
    fence = fenceAfter(line, fence);
    piece.push(line);
    length += line.length + 1;
    afterBlank = line.trim() === "";
  }
  return [...pieces, piece.join("\n")];
}

function fenceAfter(line: string, open: string | null): string | null {
  const mark = FENCE.exec(line)?.[1];
  if (!mark) return open;
  if (open === null) return mark;
  return mark.startsWith(open) ? null : open;
}
