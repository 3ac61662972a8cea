import { longestAscending } from "./longest-ascending.ts";

/** Fewer lines than these say nothing of an order. */
const FEWEST_LINES = 8;
/** The share of the lines that stand in one order where two ways of ordering them agree. */
const AGREE = 0.88;
const SURE = 0.97;

/** A line's place in the drawing of its page, and down the page. */
interface DrawnLine {
  order: number;
  y: number;
}

/** Which order the drawing of a page speaks for: that in which its lines are read, another, or none. */
type DrawingSays = "same" | "other" | "nothing";

/**
 * Whoever draws columns one after the other follows the text; a page that is drawn from top to bottom across its columns
 * says nothing of it. `lines` are in the order in which they are read.
 */
export function drawingSays(lines: readonly DrawnLine[]): DrawingSays {
  if (lines.length < FEWEST_LINES) return "nothing";
  const drawn = [...lines].sort((one, other) => one.order - other.order);
  // Two lines on one height are as good in either order.
  const downward = longestAscending(drawn.map(({ y }) => Math.round(y)));
  if (downward >= lines.length * AGREE) return "nothing";
  const agreed = longestAscending(lines.map(({ order }) => order)) / lines.length;
  return agreed >= SURE ? "same" : agreed < AGREE ? "other" : "nothing";
}
