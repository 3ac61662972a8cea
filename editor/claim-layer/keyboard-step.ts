import { moveOffset, type StepUnit } from "#domain/anchoring/move-edge.ts";
import type { Block } from "#domain/block.ts";
import { type CodePoints, codePoints } from "#domain/offset.ts";

/** What a key asks of the caret: a step through the text, or a move only the layout can answer. */
export type CaretMove =
  | { kind: "text"; by: 1 | -1; unit: StepUnit }
  | { kind: "layout"; direction: "forward" | "backward"; granularity: "line" | "lineboundary" };

/** The keys of a caret, as every text field has them; with Alt or Control by words and sentences. Null for the rest. */
export function caretMoveOf(key: string, isLarge: boolean): CaretMove | null {
  switch (key) {
    case "ArrowRight":
      return { kind: "text", by: 1, unit: isLarge ? "word" : "grapheme" };
    case "ArrowLeft":
      return { kind: "text", by: -1, unit: isLarge ? "word" : "grapheme" };
    case "ArrowDown":
      return isLarge
        ? { kind: "text", by: 1, unit: "sentence" }
        : { kind: "layout", direction: "forward", granularity: "line" };
    case "ArrowUp":
      return isLarge
        ? { kind: "text", by: -1, unit: "sentence" }
        : { kind: "layout", direction: "backward", granularity: "line" };
    case "End":
      return { kind: "layout", direction: "forward", granularity: "lineboundary" };
    case "Home":
      return { kind: "layout", direction: "backward", granularity: "lineboundary" };
    default:
      return null;
  }
}

/** The place one step from `offset`: past a block's edge it is the neighbour's edge, at the article's ends it stays. */
export function stepCaret(
  blocks: readonly Block[],
  block: Block,
  offset: CodePoints,
  by: 1 | -1,
  unit: StepUnit,
): CodePoints {
  const edge = by > 0 ? block.end : block.start;
  if (offset !== edge) return moveOffset(block, offset, by, unit);
  const neighbour = blocks[blocks.indexOf(block) + by];
  if (!neighbour) return offset;
  return codePoints(by > 0 ? neighbour.start : neighbour.end);
}
