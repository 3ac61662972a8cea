import type { TextRange } from "#domain/anchoring/trim-range.ts";

/** What the keys, the panel and the outline may ask of the text. Offsets are code points in the linear text. */
export interface ReaderPort {
  /** What is selected in the article, as selected; null where nothing is. */
  selection: () => TextRange | null;
  clearSelection: () => void;
  /** The block the caret, the selection or the DOM focus stands in. */
  blockId: () => string | null;
  /** Brings a claim's first line, or a block, into view where it is not; `align: "start"` moves it to the top. */
  revealClaim: (claimId: string) => void;
  revealBlock: (blockId: string, options?: { align?: "start" }) => void;
  /** Brings the first line of some words into view. */
  revealRange: (range: TextRange) => void;
  /** Puts the DOM focus on a claim's stamp or on the button that marks a bullet, once it is there. */
  focusMark: (markId: string) => void;
  /** Puts a caret into the text, to select without a mouse. */
  enterCaret: () => void;
}
