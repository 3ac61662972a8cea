import type { BlockDetails } from "#domain/block.ts";
import type { InlineLine } from "../inline.ts";
import type { ListItem } from "./numbering.ts";

/** In UTF-16 units, as `blockDetailsSchema` counts them. */
const LONGEST_SIGN = 20;

/** An item's label beside its text: its number where that says all, else the label as it is printed. */
export function bulletDetails({ ordinal, label }: ListItem): BlockDetails {
  if (ordinal !== null) return { ordinal };
  return label === "" || label.length > LONGEST_SIGN ? {} : { sign: label };
}

/** An item whose label is too long to stand beside its text has it in the text. */
export const labelBefore = (line: InlineLine, { label }: ListItem): InlineLine =>
  label.length > LONGEST_SIGN ? withLabel(line, label) : line;

/** A text with its label as it is printed: `第1章 はじめに`, `2.1 Methods`. */
export function withLabel(line: InlineLine, label: string): InlineLine {
  if (label === "") return line;
  const before = `${label} `;
  const shift = [...before].length;
  return {
    text: before + line.text,
    marks: line.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift })),
  };
}

/** A line without its first `units` UTF-16 units, all of which are single code points. */
export function shiftedLine(line: InlineLine, units: number): InlineLine {
  return {
    text: line.text.slice(units),
    marks: line.marks
      .map((mark) => ({ ...mark, start: Math.max(0, mark.start - units), end: mark.end - units }))
      .filter((mark) => mark.start < mark.end),
  };
}
