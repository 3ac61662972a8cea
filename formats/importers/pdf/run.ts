/**
 * A piece of text as a page draws it, in points on the page as it is read: `x` grows along the line, `y` from line to
 * line. In vertical writing that is down the page and from right to left.
 */
export interface Run {
  text: string;
  x0: number;
  x1: number;
  /** The baseline; in vertical writing as far from the middle of a letter as a baseline is. */
  y: number;
  size: number;
  /** The same for the same font of a document. */
  font: string;
  /** Whether the reader of the file found a space before it. */
  hasSpaceBefore: boolean;
  /** How many pieces the page drew before it. */
  order: number;
  /** How far down the page it stands as the page is shown, from 0 (the top) to 1. */
  top: number;
  /** Raised or lowered beside larger text. */
  script?: "super" | "sub";
}

/** A reading set in small letters beside the text it belongs to. */
export interface Ruby {
  text: string;
  x0: number;
  x1: number;
}

/** Runs on one baseline without a gap that could part columns. */
export interface Segment {
  runs: Run[];
  rubies: Ruby[];
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/** The edges of the text around a line: of its column. */
export interface Column {
  left: number;
  right: number;
}

/** One line of a column, from its left to its right. */
export interface Line extends Segment {
  page: number;
  /** How far down the page it begins as the page is shown, from 0 (the top) to 1. */
  top: number;
  column: Column;
  /** The font most of it is set in. */
  font: string;
  /** There is a gap in it as between the cells of a table. */
  isGappy: boolean;
}

/** A page's text, taken apart by the way it is written. */
export interface PageText {
  /** In points, along and across the lines. */
  width: number;
  height: number;
  runs: Run[];
}

/** The same, its runs put together. Pages count from 1; one of two ways of writing is two of these. */
export interface PageSegments {
  page: number;
  height: number;
  segments: Segment[];
}
