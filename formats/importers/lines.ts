/**
 * White space as Unicode's White_Space property counts it: what JavaScript's `\s` knows, and NEL.
 * (`\s` adds U+FEFF, which is only ever a stray byte order mark in an article.)
 */
const WHITE_SPACE = "\\s\\u0085";

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const EDGE_SPACE = new RegExp(`^[${WHITE_SPACE}]+`, "u");
const IS_SPACE = new RegExp(`[${WHITE_SPACE}]`, "u");

/** The lines of a text however its writer's machine broke them (UAX #14 mandatory breaks); blank lines are kept. */
export function splitLines(text: string): string[] {
  return text.split(LINE_BREAK);
}

/** Without white space at both ends. The end is walked, not matched: `/\s+$/` is quadratic on long inner runs. */
export function trimLine(line: string): string {
  let end = line.length;
  while (end > 0 && IS_SPACE.test(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end).replace(EDGE_SPACE, "");
}

const TAB_STOP = 4;

/** How far a line is indented, in half-width columns: U+3000 takes two, a tab reaches the next multiple of four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (!IS_SPACE.test(character)) break;
    if (character === "\t") columns += TAB_STOP - (columns % TAB_STOP);
    else columns += character === "\u3000" ? 2 : 1;
  }
  return columns;
}
