/** One code point of an edited text, and which of the earlier text it is or stands for; -1 for what was put in. */
export interface TracedPoint {
  point: string;
  origin: number;
  /** Whether it is still the same code point, set otherwise perhaps, and not another put in its place. */
  isKept: boolean;
}

/** A text that remembers where each of its code points came from, line by line, without the line breaks. */
export type TracedText = TracedPoint[][];

/** `text` before any edit. */
export function traced(text: string): TracedText {
  const lines: TracedText = [[]];
  [...text].forEach((point, origin) => {
    if (point === "\n") lines.push([]);
    else lines.at(-1)?.push({ point, origin, isKept: true });
  });
  return lines;
}

export const untraced = (text: TracedText): string =>
  text.map((line) => line.map(({ point }) => point).join("")).join("\n");

/** Where a passage stands now, and how much of it. */
export interface TruePlace {
  start: number;
  end: number;
  /** The share of its code points that are kept. */
  kept: number;
  /** Whether something from elsewhere stands between its parts, so that it has no one place. */
  isTorn: boolean;
}

/** The true place of passages in an edited text. Made once a text. */
export function placesOf(text: TracedText, length: number): (start: number, end: number) => TruePlace | null {
  const at = new Int32Array(length).fill(-1);
  const last = new Int32Array(length).fill(-1);
  const kept = new Uint8Array(length);
  const origins: number[] = [];
  let offset = 0;
  text.forEach((line) => {
    for (const { origin, isKept } of line) {
      if (origin >= 0) {
        if ((at[origin] ?? -1) < 0) at[origin] = offset;
        last[origin] = offset;
        if (isKept) kept[origin] = 1;
      }
      origins.push(origin);
      offset += 1;
    }
    origins.push(-1);
    offset += 1;
  });
  return (start, end) => {
    let [from, to, count] = [Number.POSITIVE_INFINITY, -1, 0];
    for (let origin = start; origin < end; origin += 1) {
      const place = at[origin] ?? -1;
      if (place >= 0) {
        from = Math.min(from, place);
        to = Math.max(to, last[origin] ?? place);
      }
      count += kept[origin] ?? 0;
    }
    if (to < 0) return null;
    const isTorn = origins
      .slice(from, to + 1)
      .some((origin) => origin >= 0 && (origin < start || origin >= end));
    return { start: from, end: to + 1, kept: count / (end - start), isTorn };
  };
}
