/** Something that wants to stand in the margin. `top` is its line's top in pixels from the text's top. */
export interface MarginMark {
  id: string;
  top: number;
}

/** What stands beside one line of the text. */
export interface MarginRow<Mark extends MarginMark> {
  top: number;
  shown: Mark[];
  /** What found no room; reached by one button that says how many. */
  hidden: Mark[];
}

interface MarginRoom {
  /** How many marks one line has room for; with more, the last place is the button's. */
  slots: number;
  /** A mark's height in pixels, not above the line's: that is why rows never have to be pushed far. */
  rowHeight: number;
  /** Stays visible wherever it stands in its row. */
  focusedId: string | null;
}

/**
 * Places marks, given in text order, beside their lines without overlap. Marks within half a row of each other share a
 * line; a line that still comes too close to the one above moves down by as little as is needed.
 */
export function marginRows<Mark extends MarginMark>(
  marks: readonly Mark[],
  { slots, rowHeight, focusedId }: MarginRoom,
): MarginRow<Mark>[] {
  const lines: { top: number; marks: Mark[] }[] = [];
  for (const mark of [...marks].sort((a, b) => a.top - b.top)) {
    const line = lines.at(-1);
    if (line && mark.top - line.top < rowHeight / 2) line.marks.push(mark);
    else lines.push({ top: mark.top, marks: [mark] });
  }
  let free = Number.NEGATIVE_INFINITY;
  return lines.map((line) => {
    const top = Math.max(line.top, free);
    free = top + rowHeight;
    return { top, ...chosen(line.marks, slots, focusedId) };
  });
}

function chosen<Mark extends MarginMark>(marks: Mark[], slots: number, focusedId: string | null) {
  if (marks.length <= slots) return { shown: marks, hidden: [] };
  const room = Math.max(1, slots - 1);
  const focused = marks.findIndex(({ id }) => id === focusedId);
  const kept = new Set(marks.slice(0, room));
  const focusedMark = marks[focused];
  if (focusedMark && !kept.has(focusedMark)) {
    const last = marks[room - 1];
    if (last) kept.delete(last);
    kept.add(focusedMark);
  }
  return { shown: marks.filter((mark) => kept.has(mark)), hidden: marks.filter((mark) => !kept.has(mark)) };
}
