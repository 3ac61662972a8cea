import type { BlockMark, ParsedBlock } from "./block.ts";
import { afterCorrection, marksWithin, type Stretch, withoutUnsure } from "./edited-marks.ts";
import { isCharacterEdge } from "./grapheme.ts";
import type { EditMisfit, ImportEdit } from "./import-edit.ts";
import { codePointLength, codePoints, toUtf16 } from "./offset.ts";

/** A block after an operation, or why that can't be done. */
type Edited = ParsedBlock | EditMisfit;

/** What follows a heading within its block is text that was taken for part of it; the rest goes on as what it was. */
export const kindOfSecond = ({ kind, level }: ParsedBlock): Pick<ParsedBlock, "kind" | "level"> =>
  kind === "heading" || kind === "footnote" ? { kind: "paragraph", level: null } : { kind, level };

/** A stretch of a block as a block of its own. */
export function partOf(block: ParsedBlock, stretch: Stretch): ParsedBlock {
  const { from, to, text } = stretch;
  const joins = block.joins?.map((at) => at - from).filter((at) => at > 0 && at < to - from);
  return withMarks(
    { ...block, text, ...(joins && { joins }) },
    marksWithin(block.details?.marks ?? [], stretch),
  );
}

export function withMarks(block: ParsedBlock, marks: readonly BlockMark[]): ParsedBlock {
  const { marks: _, ...rest } = block.details ?? {};
  const details = { ...rest, ...(marks.length > 0 && { marks: [...marks] }) };
  return { ...block, details: Object.keys(details).length > 0 ? details : undefined };
}

/** A block of which the stretch from `start` to `end` was compared with its picture. */
export function compared(block: ParsedBlock, start: number, end: number): Edited {
  const left = withoutUnsure(block.details?.marks ?? [], start, end);
  return left ? withMarks(block, left) : "nothing_unsure";
}

/** A block with a stretch of its words put right; whoever did that has compared it. */
export function corrected(
  block: ParsedBlock,
  { start, end, from, to }: Extract<ImportEdit, { op: "correct" }>,
): Edited {
  const { text, details, joins } = block;
  if (end - start !== codePointLength(from) || (start === end && to === "")) return "offset";
  const first = toUtf16(text, codePoints(start));
  const last = toUtf16(text, codePoints(end));
  if (text.slice(first, last) !== from) return "words";
  if (!isCharacterEdge(text, first) || !isCharacterEdge(text, last)) return "offset";
  const right = text.slice(0, first) + to + text.slice(last);
  if (right.trim() !== right || right === "" || /\n\n/.test(right)) return "words";
  if (!isCharacterEdge(right, first) || !isCharacterEdge(right, first + to.length)) return "words";
  const length = codePointLength(to);
  const sure = withoutUnsure(details?.marks ?? [], start, end) ?? details?.marks ?? [];
  const marks = afterCorrection(sure, { start, end, length });
  if (!marks) return "offset";
  const by = length - (end - start);
  const kept = joins?.flatMap((at) => (at <= start ? [at] : at >= end ? [at + by] : []));
  return withMarks({ ...block, text: right, ...(kept && { joins: kept }) }, marks);
}
